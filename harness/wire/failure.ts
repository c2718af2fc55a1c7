import { isNotConnected } from './connect.ts';
import type { TransportFailure } from './exchange.ts';

/** The failure code of a request that got no whole answer before its deadline. */
export const HANG = 'HANG';

/** What a request came to that took too long. */
export function hang(deadlineMs: number): TransportFailure {
  return { code: HANG, message: `no complete reply within ${deadlineMs} ms` };
}

/** What the client of a request threw, as data: whose fault it is, and in which words. */
export function failureOf(error: unknown): TransportFailure {
  if (!(error instanceof Error)) return { code: 'UNKNOWN', message: String(error) };
  const given: unknown = Reflect.get(error, 'code');
  const code = typeof given === 'string' ? given : error.name;
  const failure = { code, message: messageOf(error) };
  if (isNotConnected(error)) return { ...failure, before: 'connection' };
  return OURS.test(code) ? { ...failure, before: 'sending' } : failure;
}

/** The client refuses a request before a byte of it leaves. */
const OURS = /^UND_ERR_(INVALID_ARG|REQ_CONTENT_LENGTH_MISMATCH|NOT_SUPPORTED|DESTROYED|CLOSED)$/;

/** A name with several addresses fails with an error for each of them, and no words of its own. */
function messageOf(error: Error): string {
  if (error.message !== '' || !(error instanceof AggregateError)) return error.message;
  return error.errors.map((one: unknown) => (one instanceof Error ? one.message : String(one))).join('; ');
}
