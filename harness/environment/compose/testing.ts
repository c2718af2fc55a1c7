import { loadSubject } from '../../config/subject.ts';
import { describeError } from '../../support/errors.ts';
import type { BootOptions } from '../boot-options.ts';
import { demandCompose, type Engine, findEngine } from './engine.ts';
import { LABEL } from './labels.ts';

/** An engine to test with, or why there is none. */
export type TestEngine = { readonly engine: Engine } | { readonly engine?: undefined; readonly why: string };

/** Looks for an engine that can compose; never throws. */
export async function testEngine(): Promise<TestEngine> {
  try {
    const engine = await findEngine();
    await demandCompose(engine);
    return { engine };
  } catch (error) {
    return { why: describeError(error).split('\n')[0] ?? '' };
  }
}

/** Looks for an engine, whether or not it can compose; never throws. */
export async function testPlainEngine(): Promise<TestEngine> {
  try {
    return { engine: await findEngine() };
  } catch (error) {
    return { why: describeError(error).split('\n')[0] ?? '' };
  }
}

/** Name of a test that comes to no conclusion where there is no engine, and says so. */
export function titled(claim: string, found: TestEngine): string {
  return found.engine ? claim : `${claim} (inconclusive: ${found.why})`;
}

/** Options of a reference world in containers. */
export async function composeOptions(directory: string): Promise<BootOptions> {
  return {
    subject: await loadSubject(),
    revision: 'R3',
    mode: 'compose',
    deadlineMs: 300_000,
    directory,
  };
}

/** Names of the containers and networks of a world that the engine has. */
export async function leftOf({ docker }: Engine, worldId: string): Promise<readonly string[]> {
  const filters = { label: [`${LABEL.world}=${worldId}`] };
  const containers = await docker.listContainers({ all: true, filters });
  const networks = await docker.listNetworks({ filters });
  return [...containers.flatMap(({ Names }) => Names), ...networks.map(({ Name }) => Name)];
}
