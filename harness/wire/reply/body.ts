import { decodedBody } from '../content-coding.ts';
import type { RecordedResponse } from '../exchange.ts';
import { bytesOf } from '../recorded-body.ts';

/** The bytes that the reader of a recorded reply has: without content coding, as far as it can be taken off. */
export function bodyOfReply({ headers, body }: Pick<RecordedResponse, 'headers' | 'body'>): Buffer {
  const bytes = bytesOf(body);
  return body.coding === undefined ? decodedBody(bytes, headers) : bytes;
}
