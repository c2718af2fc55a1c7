import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** Bodies above this are refused by the front of the runtime, whatever the line would do with them. */
export const BODY_LIMIT_BYTES = 32 * 1024 * 1024;

/** The body as it came from the socket, or `undefined` when it is larger than the limit. */
export async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= BODY_LIMIT_BYTES) chunks.push(chunk);
  }
  return bytes > BODY_LIMIT_BYTES ? undefined : Buffer.concat(chunks);
}

/** Headers with one text each; repeated ones are joined as HTTP allows. */
export function plainHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) plain[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return plain;
}
