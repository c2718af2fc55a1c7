import type { ScriptedAgent, Tools, Workspace } from '../language/index.ts';

/** A parent and two of its children: one that speaks, and one that is spoken to and has an agent. */
export interface Family {
  readonly parent: Workspace;
  readonly source: Workspace;
  readonly target: Workspace;
  readonly agent: ScriptedAgent;
}

/** Makes a family, whose target polls when `mode` says so. */
export async function makeFamily({ platform, agent }: Tools, mode?: 'poll'): Promise<Family> {
  const scripted = agent();
  const parent = await platform.workspace();
  const source = await platform.workspace({ parent });
  const target = await platform.workspace({ parent, ...(mode ? { mode } : { url: scripted.url }) });
  return { parent, source, target, agent: scripted };
}

/** An agent says that it is free, or has so much to do: what waits for it may be sent. */
export async function beat({ platform, expect }: Tools, { id, token }: Workspace, activeTasks = 0) {
  const json = { workspace_id: id, active_tasks: activeTasks };
  const told = await platform.ask('POST', '/registry/heartbeat', { as: token, json });
  expect('the heartbeat is heard', told, { status: 200 }, 'E.2');
}

/** The listener of a canvas; ends in a failed check where nobody may listen. */
export async function listen({ events, expect }: Tools) {
  const heard = await events.socket();
  if (!('refused' in heard)) return heard;
  expect.value('the socket opens', heard.refused, 101, 'C.4');
  return {
    ...{ events: [], lines: [] },
    until: async () => undefined,
    namesOf: () => [],
    quiet: async () => undefined,
  };
}
