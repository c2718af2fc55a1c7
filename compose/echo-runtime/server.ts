import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AgentFront } from './agent-front.ts';
import { Agents } from './agents.ts';
import { Control } from './control.ts';
import { Door, KEEP_ALIVE_MS } from './door.ts';
import { sendJson } from './json.ts';
import type { Line } from './lines/line.ts';
import { SaidNotes } from './said.ts';

export interface RuntimeOptions {
  readonly host: string;
  readonly port: number;
  /** The port that platforms are told; its own when absent. */
  readonly publicPort?: number;
  readonly controlToken: string;
  readonly line: Line;
}

/** A runtime that listens; disposing it stops its clients and closes every connection. */
export interface Runtime extends AsyncDisposable {
  readonly url: string;
}

/** Starts the runtime: health, control API and the agents of one protocol line on one port. */
export async function startRuntime(options: RuntimeOptions): Promise<Runtime> {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS });
  server.listen(options.port, options.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `http://${options.host}:${port}`;
  const agents = new Agents(`http://localhost:${options.publicPort ?? port}`);
  const pollSecret = randomUUID();
  const said = new SaidNotes(agents, randomUUID());
  const front = new AgentFront(agents, options.line, said, pollSecret);
  const serve = (request: IncomingMessage, response: ServerResponse) =>
    route(request, response, { front, control, said });
  const newDoor = () => new Door({ host: options.host, serve });
  const control = new Control({ agents, token: options.controlToken, url, pollSecret, newDoor });
  server.on('request', serve);
  return { url, [Symbol.asyncDispose]: () => close(server, agents, control) };
}

interface Desks {
  readonly front: AgentFront;
  readonly control: Control;
  readonly said: SaidNotes;
}

function route(request: IncomingMessage, response: ServerResponse, desks: Desks): void {
  const path = request.url ?? '/';
  const serve = path.startsWith('/agents/')
    ? desks.front.serve(request, response)
    : serveRest(path, request, response, desks);
  serve.catch((error: unknown) => {
    if (response.headersSent) response.destroy();
    else sendJson(response, 500, { error: String(error) });
  });
}

async function serveRest(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  { control, said }: Desks,
): Promise<void> {
  if (path === '/health') return sendJson(response, 200, { status: 'ok' });
  if (path.startsWith('/control/')) return control.serve(request, response);
  if (path.startsWith('/said/')) return said.serve(request, response);
  sendJson(response, 404, { error: `no such path: ${path}` });
}

async function close(server: Server, agents: Agents, control: Control): Promise<void> {
  agents[Symbol.dispose]();
  await control[Symbol.asyncDispose]();
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
