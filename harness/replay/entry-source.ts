import type { Entry } from '../corpus/entry.ts';
import { NONCE_PLACEHOLDER, payloadBytes } from '../corpus/payload.ts';
import { encodedBody } from '../wire/content-coding.ts';
import type { BulkItem } from './item.ts';

/** The requests of corpus entries; of a session only its first, for the others need what it was answered. */
export async function* entryItems(entries: Iterable<Entry>): AsyncGenerator<BulkItem> {
  for (const { id, steps } of entries) {
    const [step] = steps;
    if (!step) continue;
    const body = payloadBytes(step, { nonce: NONCE_PLACEHOLDER });
    yield { id, headers: step.headers, body: encodedBody(body, step.headers) };
  }
}
