import { type Answer, isRefusal, type Outcome } from '../http/reply.ts';
import { jsonText } from '../json-text.ts';

/** What the sender of a message gets: bytes of the agent, or a document that the platform made. */
export interface Reply {
  readonly status: number;
  readonly body: Buffer | string;
  readonly contentType: string;
  readonly headers?: Answer['headers'];
  /** What the agent itself said, as far as it came; absent when the platform alone speaks. */
  readonly agent?: Buffer;
}

/** The content type of an agent's bytes, and of the two replies that say `queued` (A.9). */
export const PASSED_ON = 'application/json';
/** That of every other document that the platform makes. */
const OWN = 'application/json; charset=utf-8';

/** A reply that the platform wrote itself. */
export function made(outcome: Outcome, contentType: string = OWN): Reply {
  const { status, body, headers } = isRefusal(outcome) ? outcome.refused : outcome;
  return { status, body: jsonText(body), contentType, ...(headers && { headers }) };
}
