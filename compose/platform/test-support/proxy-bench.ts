import { afterAll, beforeAll } from 'vitest';
import { startAgent, type TestAgent } from './agent.ts';
import { startControlPlane, type TestControlPlane } from './control-plane.ts';
import { message, startWorlds, type World, type Worlds } from './world.ts';

/** A platform with a control plane behind it and an agent before it, for as long as one test file runs. */
export interface ProxyBench {
  readonly worlds: Worlds;
  readonly world: World;
  readonly agent: TestAgent;
  readonly controlPlane: TestControlPlane;
}

/** Starts the bench before the tests of a file and ends it after them; its members are there from then on. */
export function proxyBench(): ProxyBench {
  const bench: Partial<ProxyBench> = {};
  beforeAll(async () => {
    const [worlds, agent, controlPlane] = await Promise.all([
      startWorlds(),
      startAgent(),
      startControlPlane(),
    ]);
    const world = await worlds.start({ MOLECULE_CP_URL: controlPlane.url, MOLECULE_CP_SHARED_SECRET: 'cp' });
    Object.assign(bench, { worlds, world, agent, controlPlane });
  });
  afterAll(async () => {
    await bench.worlds?.[Symbol.asyncDispose]();
    await Promise.all([bench.agent?.[Symbol.asyncDispose](), bench.controlPlane?.[Symbol.asyncDispose]()]);
  });
  return bench as ProxyBench;
}

/** Sends a message to a fresh workspace whose agent lives at `path`, and reads the rows that it left. */
export async function sendTo({ agent, world }: ProxyBench, path: string, on: World = world) {
  const { id } = await on.join(agent.url + path);
  const answer = await on.send(id, message('hello'));
  await on.platform.background.settled();
  return { id, answer, rows: await on.sql(`SELECT * FROM activity_logs WHERE workspace_id = '${id}'`) };
}

/** A workspace whose container the control plane runs. */
export async function managedAt({ agent, world }: ProxyBench, path: string): Promise<string> {
  const { id } = await world.join(agent.url + path);
  await world.sql(`UPDATE workspaces SET runtime = 'claude-code', instance_id = 'i-0' WHERE id = '${id}'`);
  return id;
}
