import { type Fields, fieldsOf } from './request.ts';

type MapResult = (status: number, body: Buffer, revision: string) => object;

/** A replacement for what maps an agent's answer: JSON-RPC replies are changed first, whatever else is left alone. */
export function withReply(change: (reply: Fields) => Fields): (map: MapResult) => MapResult {
  return (map) => (status, body, revision) => map(status, changed(body, change), revision);
}

function changed(body: Buffer, change: (reply: Fields) => Fields): Buffer {
  const reply = fieldsOf(parsed(body));
  const next = reply.jsonrpc === undefined ? reply : change(reply);
  return next === reply || JSON.stringify(next) === JSON.stringify(reply)
    ? body
    : Buffer.from(JSON.stringify(next));
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
