import { EnvironmentError } from '../../../support/errors.ts';
import { parseJson } from '../../../support/parse-json.ts';
import type { Sender } from '../../../wire/sender.ts';
import { bearing } from '../../bearing.ts';

/** What the simulated control plane does with the calls for a workspace; see its README. */
export type Program = Readonly<Record<string, unknown>>;

/** A call that the platform has made, as the journal of the simulator keeps it. */
export type Call = Readonly<Record<string, unknown>>;

/** The simulated control plane behind the platform. */
export interface ControlPlaneTool {
  program(workspaceId: string, program: Program): Promise<void>;
  journal(workspaceId: string): Promise<readonly Call[]>;
}

const DEADLINE_MS = 5_000;

/** Speaks to the control API of the simulator. Throws `EnvironmentError` where the world has none, or it does not answer. */
export function openControlPlane(
  sender: Sender,
  endpoint: { readonly url: string; readonly controlToken: string } | undefined,
): ControlPlaneTool {
  const ask = async (method: string, path: string, document?: unknown): Promise<unknown> => {
    if (!endpoint) throw silent('this world has none');
    const { reply } = await sender.send({
      ...{ purpose: 'prepare', method, url: `${endpoint.url}/control${path}`, deadlineMs: DEADLINE_MS },
      headers: { ...bearing(endpoint.controlToken), 'content-type': 'application/json' },
      body: Buffer.from(document === undefined ? '' : JSON.stringify(document)),
    });
    if (reply?.status !== 200)
      throw silent(`${method} ${path} was answered ${reply?.status ?? 'with nothing'}`);
    return parseJson(reply.body.toString('utf8'));
  };
  return {
    program: async (id, program) => void (await ask('PUT', `/workspaces/${id}`, program)),
    journal: async (id) => {
      const journal = await ask('GET', `/journal?workspace=${id}`);
      return (journal as { readonly entries: readonly Call[] }).entries;
    },
  };
}

function silent(why: string): EnvironmentError {
  return new EnvironmentError({
    code: 'CONTROL_PLANE_SILENT',
    message: `The simulated control plane could not be asked: ${why}.`,
  });
}
