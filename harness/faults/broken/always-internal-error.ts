import { parse, stringify } from 'lossless-json';
import { type Endpoint, serve } from './endpoint.ts';

/** Answers everything with 200 and JSON-RPC error -32603 under the id of the request; WebSocket messages too. */
export function startAlwaysInternalError(): Promise<Endpoint> {
  return serve({
    answer: (_request, body) => internalError(body),
    accept(socket) {
      socket.on('message', (data) => socket.send(internalError(Buffer.from(data as Buffer))));
    },
  });
}

function internalError(body: Buffer): string {
  const answer = { jsonrpc: '2.0', id: idOf(body), error: { code: -32603, message: 'Internal error' } };
  return stringify(answer) ?? '';
}

/** The id as it was written, digit by digit; `null` where there is none. */
function idOf(body: Buffer): unknown {
  try {
    const request = parse(body.toString('utf8'));
    if (typeof request !== 'object' || request === null || !('id' in request)) return null;
    return request.id ?? null;
  } catch {
    return null;
  }
}
