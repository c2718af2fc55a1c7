import type { IncomingMessage } from 'node:http';
import { seam } from '../../seam.ts';
import { isObject, type Json, type JsonObject, parseJson } from '../json.ts';

/** Bytes of a request body that are looked at; what follows is read and dropped (A.1 step 2). */
export const BODY_CAP_BYTES = 1_048_576;

/** Reads the body as it came, cut at the cap; rejects when the connection breaks first. */
export async function readBody(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let keptBytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (keptBytes >= BODY_CAP_BYTES) continue;
    chunks.push(chunk.subarray(0, BODY_CAP_BYTES - keptBytes));
    keptBytes += Math.min(chunk.length, BODY_CAP_BYTES - keptBytes);
  }
  return Buffer.concat(chunks);
}

/** The document in a body, undefined when the bytes are no JSON document (A.4). */
export const parseBody = seam('platform.parseBody', parseBytes);

function parseBytes(body: Uint8Array): Json | undefined {
  try {
    return parseJson(body);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The JSON object in a body, undefined when it holds anything else. */
export function objectBody(body: unknown): JsonObject | undefined {
  const document = Buffer.isBuffer(body) ? parseBody(body) : undefined;
  return isObject(document) ? document : undefined;
}
