import type { Asking, Conditions, Reply, Tools, Workspace } from '../../contract/language/index.ts';
import { since } from '../../contract/language/index.ts';

/** A way on which something comes into the log of a workspace. */
export interface Way extends Conditions {
  readonly pushed?: true;
  send(tools: Tools, workspace: Workspace, text: string, asking?: Asking): Promise<Reply>;
}

/** Every way on which a message is acknowledged. */
export const WAYS: Readonly<Record<'push' | 'poll' | 'notify', Way>> = {
  push: {
    pushed: true,
    send: ({ platform }, workspace, text, asking) => platform.send(workspace, text, asking),
    ...since('commitsPushRowFirst'),
  },
  poll: {
    send: ({ platform }, workspace, text, asking) => platform.send(workspace, text, asking),
    ...since('commitsPollRowFirst'),
  },
  notify: {
    send: ({ platform }, { id, token }, text, asking) =>
      platform.ask('POST', `/workspaces/${id}/notify`, { as: token, json: { message: text }, ...asking }),
    ...since('commitsPushRowFirst'),
  },
};

/** A workspace whose messages go that way. */
export function workspaceFor(tools: Tools, { pushed }: Way): Promise<Workspace> {
  return tools.platform.workspace(pushed ? { url: tools.agent().url } : {});
}
