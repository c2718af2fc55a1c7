import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What it answers to a registration. */
export const REGISTERED = { status: 'registered', delivery_mode: 'push', auth_token: 'issued' };

/** As much of a platform as an agent talks to, and what it was asked. */
export interface FakePlatform extends AsyncDisposable {
  readonly url: string;
  readonly calls: { path: string; authorization: unknown; requestId: unknown; body: unknown }[];
  readonly rows: { id: string; body: string }[];
  readonly lostCursors: Set<string>;
  includesCursor: boolean;
  /** So many calls are refused with 429 and these headers. */
  limits: Readonly<Record<string, string>>[];
  /** Back to how it was at first. */
  forget(): void;
}

/** What it knows and does, without the socket. */
type State = Omit<FakePlatform, 'url' | typeof Symbol.asyncDispose>;

/** Starts one on a real socket: registry and activity. */
export async function startPlatform(): Promise<FakePlatform> {
  const fake: State = {
    calls: [],
    rows: [],
    lostCursors: new Set(),
    includesCursor: false,
    limits: [],
    forget: () => {
      fake.calls.length = 0;
      fake.rows.length = 0;
      fake.lostCursors.clear();
      fake.includesCursor = false;
      fake.limits = [];
    },
  };
  const server = createServer(async (request, response) => {
    const body = await jsonOf(request);
    const { authorization, 'x-request-id': requestId } = request.headers;
    fake.calls.push({ path: request.url ?? '', authorization, requestId, body });
    const limited = fake.limits.shift();
    const [status, text] = limited ? [429, '{"error":"rate limit exceeded"}'] : answer(fake, request, body);
    response.writeHead(status, { 'content-type': 'application/json', ...limited }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(fake, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

function answer(fake: State, request: IncomingMessage, body: unknown): [number, string] {
  if (request.url === '/registry/heartbeat') return [200, '{"status":"ok"}'];
  if (request.url === '/registry/register') {
    const refused = (body as { id: string }).id === 'refused';
    return refused ? [401, '{"error":"invalid workspace auth token"}'] : [200, JSON.stringify(REGISTERED)];
  }
  const since = new URL(request.url ?? '', 'http://p').searchParams.get('since_id');
  if (since !== null && fake.lostCursors.has(since)) return [410, '{"error":"since_id cursor not found"}'];
  const after = fake.rows.findIndex(({ id }) => id === since) + (fake.includesCursor ? 0 : 1);
  const rows = since === null ? fake.rows.toReversed() : fake.rows.slice(after);
  const texts = rows.map(({ id, body: text }) => {
    return `{"id":"${id}","activity_type":"a2a_receive","request_body":${text},"response_body":null}`;
  });
  return [200, `[${texts.join(',')}]`];
}

async function jsonOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text === '' ? undefined : JSON.parse(text);
}

/** Asks until it is so, for five seconds. */
export async function until(reached: () => boolean | Promise<boolean>): Promise<void> {
  const endMs = performance.now() + 5_000;
  while (!(await reached())) {
    if (performance.now() > endMs) throw new Error('not reached within 5 s');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
