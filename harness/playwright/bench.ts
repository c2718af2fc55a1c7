import { readFile } from 'node:fs/promises';
import type { Entry } from '../corpus/entry.ts';
import { loadCorpus } from '../corpus/index.ts';
import type { WorldDescription } from '../environment/world.ts';
import { openTransport, type Transport } from '../suites/corpus/index.ts';
import { deadlineIn, poll } from '../support/deadline.ts';
import { HarnessError } from '../support/errors.ts';
import { currentExecution, type Execution } from './execution.ts';

/** How long a worker waits for its world, in milliseconds. */
export const WORLD_DEADLINE_MS = 90_000;

/** What one worker process needs for all its cases, opened once: connections, the corpus, the world. */
export interface Bench extends AsyncDisposable {
  readonly execution: Execution;
  readonly world: WorldDescription;
  readonly transport: Transport;
  entry(id: string): Entry;
}

/** Opens the bench of this worker; disposing it closes the connections. */
export async function openBench(): Promise<Bench> {
  const execution = currentExecution();
  const [corpus, world] = await Promise.all([
    loadCorpus(execution.corpusFolder),
    readyWorld(execution.worldFile),
  ]);
  const entries = new Map(corpus.entries.map((entry) => [entry.id, entry]));
  const transport = openTransport();
  return {
    execution,
    world,
    transport,
    entry: (id) => entries.get(id) ?? missing(id),
    [Symbol.asyncDispose]: () => transport[Symbol.asyncDispose](),
  };
}

/** The world boots while the runner loads; a runner whose world never comes is ended by the run that started it. */
async function readyWorld(file: string): Promise<WorldDescription> {
  const text = await poll(
    () => readFile(file, 'utf8').catch(() => undefined),
    deadlineIn(WORLD_DEADLINE_MS),
    20,
  );
  if (text !== undefined) return JSON.parse(text);
  throw new HarnessError({ code: 'NO_WORLD', message: `No world was ready within ${WORLD_DEADLINE_MS} ms.` });
}

function missing(id: string): never {
  throw new HarnessError({ code: 'ENTRY_GONE', message: `Entry ${id} was planned and is no longer there.` });
}
