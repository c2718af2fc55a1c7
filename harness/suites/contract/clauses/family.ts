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
