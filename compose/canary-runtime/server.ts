import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DefaultRequestHandler, InMemoryTaskStore, JsonRpcTransportHandler } from 'a2a-sdk-0.3/server';
import type { Desk } from './agent.ts';
import { cardOf, cardPath } from './card.ts';
import { executorFor } from './executor.ts';
import { readBody, sendJson } from './json.ts';
import { openMemory } from './memory.ts';
import { answerRpc } from './rpc.ts';
import { openSessions } from './sessions.ts';

export interface CanaryOptions {
  readonly host: string;
  readonly port: number;
  /** The port that its card tells; its own when absent. */
  readonly publicPort?: number;
  readonly canaryMode: boolean;
  readonly memoryRoot?: string;
  /** Is told of each request. */
  readonly note?: (fields: object, message: string) => void;
}

/** A runtime that listens; disposing it closes every connection. */
export interface CanaryRuntime extends AsyncDisposable {
  readonly url: string;
}

/** Long enough for any client's own limit, so that no connection is closed under a request. */
const KEEP_ALIVE_MS = 65_000;

/** Starts the stateful runtime: health, card, JSON-RPC at `/`, and in canary mode its sessions and prompts to look at. */
export async function startCanaryRuntime(options: CanaryOptions): Promise<CanaryRuntime> {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS });
  server.listen(options.port, options.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `http://${options.host}:${port}`;
  const serve = servicesOf(options, `http://${options.host}:${options.publicPort ?? port}/`);
  server.on('request', (request, response) => {
    options.note?.(
      { requestId: request.headers['x-request-id'], method: request.method, path: request.url },
      'asked',
    );
    serve(request, response).catch((error: unknown) => {
      options.note?.({ error: String(error) }, 'failed');
      if (response.headersSent) response.destroy();
      else sendJson(response, 500, { error: String(error) });
    });
  });
  return {
    url,
    [Symbol.asyncDispose]: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

type Serve = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

function servicesOf({ canaryMode, memoryRoot }: CanaryOptions, url: string): Serve {
  const folder = (name: string) => (memoryRoot === undefined ? undefined : join(memoryRoot, name));
  const desk: Desk = {
    sessions: openSessions(folder('sessions')),
    memory: openMemory(folder('memory')),
    canaryMode,
    prompts: new Map(),
  };
  const card = cardOf(url);
  const tasks = new InMemoryTaskStore();
  const transport = new JsonRpcTransportHandler(new DefaultRequestHandler(card, tasks, executorFor(desk)));
  return async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', url);
    if (request.method === 'POST' && pathname === '/') {
      const body = await readBody(request);
      if (body === undefined) return sendJson(response, 413, { error: 'the body is longer than 32 MiB' });
      return answerRpc(transport, tasks, body, response);
    }
    if (pathname === '/health') return sendJson(response, 200, { status: 'ok' });
    if (pathname === cardPath()) return sendJson(response, 200, card);
    if (canaryMode && pathname === '/admin/session-store')
      return sendJson(response, 200, desk.sessions.all());
    if (canaryMode && pathname === '/admin/prompts')
      return sendJson(response, 200, Object.fromEntries(desk.prompts));
    sendJson(response, 404, { error: `no such path: ${pathname}` });
  };
}
