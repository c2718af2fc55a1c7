import { type Definitions, object, ref, type Schema } from './schema.ts';

const version: Schema = { type: 'string', const: '2.0' };
const requestId: Schema = { type: ['string', 'integer'] };
const responseId: Schema = { type: ['string', 'integer', 'null'] };

/** A JSON-RPC request of one method; ids of requests are strings or integers and always there. */
export function call(method: string, params: Schema, presence: 'required' | 'optional' = 'required'): Schema {
  const paramsName = presence === 'required' ? 'params' : 'params?';
  return object({
    jsonrpc: version,
    id: requestId,
    method: { type: 'string', const: method },
    [paramsName]: params,
  });
}

/** A JSON-RPC response that carries a result. */
export function success(result: Schema): Schema {
  return object({ jsonrpc: version, id: responseId, result });
}

/** A JSON-RPC response that carries the named error. */
export function failure(errorName: string): Schema {
  return object({ jsonrpc: version, id: responseId, error: ref(errorName) });
}

/** The definition of each method's request, found by the method that it fixes; a union of requests fixes none. */
export function requestsByMethod(definitions: Definitions): Readonly<Record<string, string>> {
  const found = Object.entries(definitions).flatMap(([name, schema]) => {
    const method = (schema.properties as Definitions | undefined)?.method?.const;
    return typeof method === 'string' ? [[method, name] as const] : [];
  });
  return Object.fromEntries(found);
}
