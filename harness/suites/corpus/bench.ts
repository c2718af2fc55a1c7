import type { Entry } from '../../corpus/entry.ts';
import { HarnessError } from '../../support/errors.ts';
import { openTransport, type Transport } from '../../wire/transmit.ts';

/** What one process needs for all its cases, opened once: connections and the corpus. */
export interface CorpusBench extends AsyncDisposable {
  readonly transport: Transport;
  entry(id: string | undefined): Entry;
}

/** Opens the bench of this process; disposing it closes the connections. */
export function openBench(corpus: readonly Entry[]): CorpusBench {
  const entries = new Map(corpus.map((entry) => [entry.id, entry]));
  const transport = openTransport();
  return {
    transport,
    entry: (id = '') => entries.get(id) ?? missing(id),
    [Symbol.asyncDispose]: () => transport[Symbol.asyncDispose](),
  };
}

function missing(id: string): never {
  throw new HarnessError({ code: 'ENTRY_GONE', message: `Entry ${id} was planned and is no longer there.` });
}
