import type { Entry } from '../corpus/entry.ts';
import { expectationsOf } from '../corpus/expectation.ts';
import { NONCE_PLACEHOLDER, payloadBytes } from '../corpus/payload.ts';
import type { BulkItem } from './item.ts';

/**
 * The requests of corpus entries; of a session only its first, for the others need what it was answered. An entry that
 * is to be refused somewhere, or whose agent is to be busy or away or to restart, is held to nothing: `assay run` judges it.
 */
export async function* entryItems(entries: Iterable<Entry>): AsyncGenerator<BulkItem> {
  for (const entry of entries) {
    const [step] = entry.steps;
    if (!step) continue;
    const body = payloadBytes(step, { nonce: NONCE_PLACEHOLDER });
    yield { id: entry.id, headers: step.headers, body, isUnheld: !isToBeAnswered(entry) };
  }
}

function isToBeAnswered({ steps, agent }: Entry): boolean {
  const [step] = steps;
  const isPlain = !step?.restart && (agent.mode === undefined || agent.mode === 'push');
  return (
    isPlain && step !== undefined && expectationsOf(step).every(({ outcome }) => outcome === 'delivered')
  );
}
