import type { IncomingMessage, ServerResponse } from 'node:http';

const CAP_BYTES = 32 * 1024 * 1024;

/** Reads a body; `undefined` when it is longer than 32 MiB. */
export async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > CAP_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Ends a response with a JSON document and its length. */
export function sendJson(response: ServerResponse, status: number, document: unknown): void {
  const text = JSON.stringify(document);
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
  response.writeHead(status, headers).end(text);
}
