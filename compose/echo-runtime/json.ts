import type { ServerResponse } from 'node:http';

/** Ends a response with a JSON document and its length. */
export function sendJson(response: ServerResponse, status: number, document: unknown): void {
  sendJsonText(response, status, JSON.stringify(document));
}

/** Ends a response with a text that is JSON already. */
export function sendJsonText(response: ServerResponse, status: number, text: string): void {
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
  response.writeHead(status, headers).end(text);
}
