import type { IncomingMessage } from 'node:http';
import { WebSocket } from 'ws';
import type { Scope } from '../../support/scope.ts';

/** How a session is dialled. */
export interface Dialling {
  readonly workspaceId: string;
  readonly bearer: string;
  readonly subprotocols: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Behind `/session/`; `websockify` unless told otherwise. */
  readonly path?: string;
}

/** A session that stands, or why it does not. */
export type Dialled =
  | { readonly is: 'open'; readonly subprotocol: string; readonly session: Session }
  | { readonly is: 'refused'; readonly status: number; readonly body: string };

/** A session that stands. */
export interface Session {
  /** The first bytes that came, as text; undefined when nothing came within 5 s. */
  firstBytes(): Promise<string | undefined>;
  /** The code with which it closed; undefined when it still stands after 5 s. */
  closed(): Promise<number | undefined>;
  isOpen(): boolean;
}

const WITHIN_MS = 5_000;

/** The subprotocols of a client that has a token. */
export function offering(...tokens: readonly string[]): readonly string[] {
  return ['binary', ...tokens.map((token) => `molecule-display-token.${token}`)];
}

/** Dials a session through the platform; what was opened is closed with the case. */
export async function dialSession(url: string, dialling: Dialling, scope: Scope): Promise<Dialled> {
  const { workspaceId, bearer, subprotocols, headers = {}, path = 'websockify' } = dialling;
  const address = `${url.replace(/^http/, 'ws')}/workspaces/${workspaceId}/display/session/${path}`;
  const socket = new WebSocket(address, [...subprotocols], {
    headers: { authorization: `Bearer ${bearer}`, ...headers },
    handshakeTimeout: WITHIN_MS,
  });
  scope.defer(() => socket.terminate());
  const first = firstOf(socket);
  return new Promise((resolve) => {
    socket.once('open', () =>
      resolve({ is: 'open', subprotocol: socket.protocol, session: sessionOn(socket, first) }),
    );
    socket.once('unexpected-response', (_request, response) => {
      const refused = (body: string) => resolve({ is: 'refused', status: response.statusCode ?? 0, body });
      textOf(response).then(refused, (error: Error) => refused(error.message));
    });
    socket.on('error', (error) => resolve({ is: 'refused', status: 0, body: error.message }));
  });
}

function sessionOn(socket: WebSocket, first: Promise<string>): Session {
  const closing = socket.readyState === WebSocket.CLOSED ? Promise.resolve(1006) : closeOf(socket);
  return {
    firstBytes: () => within(first),
    closed: () => within(closing),
    isOpen: () => socket.readyState === WebSocket.OPEN,
  };
}

/** A socket that breaks says so by its close as well; its error alone rejects nothing. */
function closeOf(socket: WebSocket): Promise<number> {
  return new Promise((resolve) => {
    socket.once('close', (code) => resolve(code));
  });
}

function firstOf(socket: WebSocket): Promise<string> {
  return new Promise((resolve) => {
    socket.once('message', (data) => resolve(data.toString()));
  });
}

/** Waits for an event, and not for a time: only what never comes takes that long. */
async function within<T>(what: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), WITHIN_MS);
  });
  return Promise.race([what, late]).finally(() => clearTimeout(timer));
}

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
