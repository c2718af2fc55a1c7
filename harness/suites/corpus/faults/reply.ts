import { at, type SeamChange } from '../../../faults/plant.ts';
import { parseJson } from '../../../support/parse-json.ts';
import { fieldsOf, type JsonObject } from './request.ts';

/** The platform tells the sender something else than the agent replied; what is no JSON-RPC reply is left alone. */
export function replied(change: (reply: JsonObject) => JsonObject): SeamChange {
  return at(
    'platform.mapResult',
    (map) => (status, body, revision) => map(status, changed(body, change), revision),
  );
}

function changed(body: Buffer, change: (reply: JsonObject) => JsonObject): Buffer {
  const reply = fieldsOf(parseJson(body.toString()));
  const next = reply.jsonrpc === undefined ? reply : change(reply);
  return next === reply || JSON.stringify(next) === JSON.stringify(reply)
    ? body
    : Buffer.from(JSON.stringify(next));
}
