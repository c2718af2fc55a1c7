/**
 * What a reply can prove by itself. Delivery is not among it: that is read from the inbox of the agent, which a replay
 * does not see.
 */
export const REPLY_OUTCOMES = [
  // The nonce came back in the words of an agent.
  'answered',
  // A result without the nonce that was sent as text: an answer to something else, or from a can.
  'unanswered',
  // A result under another id than that of the request.
  'mismatched',
  // A result of which nothing can be told: no nonce was sent that an agent would repeat, or it is still at work.
  'unknown',
  // Accepted for later.
  'queued',
  'failed-task',
  'rejected-loud',
  'rejected-opaque',
  'hang',
  // No connection: nobody there, no such host, a certificate that is not trusted.
  'unreachable',
  // Not sent, because HTTP cannot carry it.
  'errored',
] as const;
export type ReplyOutcome = (typeof REPLY_OUTCOMES)[number];
