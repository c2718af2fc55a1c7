import { readFile } from 'node:fs/promises';
import type { Entry } from '../corpus/entry.ts';
import { loadCorpus } from '../corpus/index.ts';
import type { WorldDescription } from '../environment/world.ts';
import { openTransport, type Transport } from '../replay/index.ts';
import { HarnessError } from '../support/errors.ts';
import { currentExecution, type Execution } from './execution.ts';

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
    readFile(execution.worldFile, 'utf8').then((text): WorldDescription => JSON.parse(text)),
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

function missing(id: string): never {
  throw new HarnessError({ code: 'ENTRY_GONE', message: `Entry ${id} was planned and is no longer there.` });
}
