import type { Reply, Tools, Workspace } from '../language/index.ts';

/** A page of the log of a workspace, as itself; `query` is what stands behind the question mark. */
export function readLog({ platform }: Tools, { id, token }: Workspace, query = ''): Promise<Reply> {
  return platform.ask('GET', `/workspaces/${id}/activity?${query}`, { as: token });
}

/** Writes rows into the log of a workspace, as itself, one after the other. */
export async function writeRows(
  { platform, expect }: Tools,
  { id, token }: Workspace,
  rows: readonly object[],
): Promise<void> {
  for (const row of rows) {
    const json = { activity_type: 'agent_log', ...row };
    const logged = await platform.ask('POST', `/workspaces/${id}/activity`, { as: token, json });
    expect('the row is logged', logged, { status: 200, like: { status: 'logged' } }, 'C.2');
  }
}

/** The summaries of a page, in its order; a page that is none is empty. */
export function summariesOf({ json }: Reply): readonly unknown[] {
  return Array.isArray(json) ? json.map((row: unknown) => Reflect.get(Object(row), 'summary')) : [];
}
