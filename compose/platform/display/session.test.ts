import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { startControlPlane } from '../test-support/control-plane.ts';
import { ADMIN, eventually, startWorlds, type World, type Worlds } from '../test-support/world.ts';

let worlds: Worlds;
let world: World;
let seen: IncomingMessage[];
const server = createServer();
const upstream = new WebSocketServer({ server });

beforeAll(async () => {
  upstream.on('connection', (socket, request) => {
    seen.push(request);
    socket.on('message', (data) => socket.send(`heard ${data}`));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  worlds = await startWorlds();
  world = await worlds.start({
    ...{ DISPLAY_SESSION_SIGNING_SECRET: 'signing', ASSAY_CLOCK: 'driven', ASSAY_CLOCK_TOKEN: 'clock-token' },
    DISPLAY_DESKTOP_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  });
  seen = [];
});
afterAll(async () => {
  await worlds[Symbol.asyncDispose]();
  for (const client of upstream.clients) client.terminate();
  server.close();
});

async function desktop(instance = "'i-1'"): Promise<string> {
  const { id } = await world.join(undefined, { compute: { display: { mode: 'desktop-control' } } });
  await world.sql(`UPDATE workspaces SET instance_id = ${instance} WHERE id = '${id}'`);
  return id;
}

const act = (id: string, what: string, body: object = {}) =>
  world.call('POST', `/workspaces/${id}/display/control/${what}`, { bearer: ADMIN, body });
const tokenOf = async (id: string, ttl_seconds = 300) =>
  String((await act(id, 'acquire', { ttl_seconds })).json.session_url).split('#token=')[1] ?? '';
const advance = (ms: number) =>
  world.call('POST', '/-/clock/advance', { bearer: 'clock-token', body: { ms } });

function dial(path: string, protocols: readonly string[], headers: Record<string, string> = {}): WebSocket {
  const authorization = `Bearer ${ADMIN}`;
  return new WebSocket(world.url.replace('http', 'ws') + path, [...protocols], {
    headers: { authorization, ...headers },
  });
}

const dialSession = (id: string, token: string, headers = {}) =>
  dial(
    `/workspaces/${id}/display/session/websockify`,
    ['binary', `molecule-display-token.${token}`],
    headers,
  );

async function refusal(socket: WebSocket): Promise<string> {
  const [, response] = (await once(socket, 'unexpected-response')) as [unknown, IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return `${response.statusCode} ${Buffer.concat(chunks)}`;
}

async function opened(id: string, ttl = 300): Promise<WebSocket> {
  const socket = dialSession(id, await tokenOf(id, ttl));
  await once(socket, 'open');
  return socket;
}

describe('the session of a desktop (I.4)', () => {
  test('is handed on, with the subprotocol alone and without anything that says who came', async () => {
    const id = await desktop();
    const token = await tokenOf(id);
    const socket = dialSession(id, token, { cookie: 'a=b', 'x-custom': 'kept', origin: world.url });
    await once(socket, 'open');
    expect(socket.protocol).toBe('binary');
    socket.send('this');
    expect(String((await once(socket, 'message'))[0])).toBe('heard this');
    const { url, headers } = seen.at(-1) ?? { url: '', headers: {} };
    expect(url).toBe('/websockify');
    expect(headers).toMatchObject({
      ...{ 'sec-websocket-protocol': 'binary', 'x-custom': 'kept', 'x-forwarded-for': '127.0.0.1' },
      origin: world.url,
    });
    expect(headers).not.toHaveProperty('authorization');
    expect(headers).not.toHaveProperty('cookie');
    expect(JSON.stringify(headers)).not.toContain(token);
    socket.terminate();
  });

  test('is refused without the token of the very lease that holds', async () => {
    const id = await desktop();
    const none = dialSession(id, 'none.atall');
    expect(await refusal(none)).toBe('403 {"error":"display control required"}');
    const first = await tokenOf(id);
    const fresh = await tokenOf(id);
    const other = await tokenOf(await desktop());
    const path = `/workspaces/${id}/display/session/websockify`;
    const entry = (token: string) => `molecule-display-token.${token}`;
    const [payload = ''] = fresh.split('.');
    for (const protocols of [
      [entry(first)],
      [entry(other)],
      [entry(`${payload}.AAAA`)],
      [entry(`${fresh}x`)],
      ['binary'],
      [],
      ['binary', entry(first), entry(fresh)],
    ])
      expect(await refusal(dial(path, protocols))).toBe('403 {"error":"display control required"}');
    expect(await refusal(dial(`${path}?token=${fresh}`, ['binary']))).toMatch(/^403 /);
    const both = dial(path, ['binary', entry(fresh), entry(first)]);
    await once(both, 'open');
    both.terminate();
  });

  test('looks at who asks, the origin, the desktop and the path before the token', async () => {
    const id = await desktop();
    const session = `/workspaces/${id}/display/session`;
    expect(await refusal(dial(`${session}/websockify`, [], { authorization: 'Bearer no' }))).toMatch(/^401 /);
    expect(await refusal(dial(`${session}/websockify`, [], { origin: 'http://evil.test' }))).toBe('403 ');
    expect(await refusal(dial(`${session}/other`, []))).toMatch(/^404 .*path not found/);
    const bare = await world.join();
    expect(await refusal(dialSession(bare.id, 'x.y'))).toMatch(/^404 .*display not enabled/);
    expect(await refusal(dialSession(await desktop('NULL'), 'x.y'))).toMatch(/^503 .*session unavailable/);
    const unknown = '00000000-0000-4000-8000-000000000000';
    expect(await refusal(dialSession(unknown, 'x.y'))).toMatch(/^404 .*workspace not found/);
    const plain = await world.call('GET', `${session}/websockify`, {
      bearer: ADMIN,
      headers: { 'sec-websocket-protocol': `molecule-display-token.${await tokenOf(id)}` },
    });
    expect(plain.status).toBe(426);
  });

  test('outlives the renewals of its lease, and ends with it', async () => {
    const id = await desktop();
    const socket = await opened(id);
    for (let renewed = 0; renewed < 5; renewed += 1) {
      await advance(120_000);
      await tokenOf(id);
    }
    socket.send('still');
    expect(String((await once(socket, 'message'))[0])).toBe('heard still');
    const closed = once(socket, 'close');
    await advance(300_001);
    expect((await closed)[0]).toBe(1006);
  });

  test('ends when its lease is given back or taken away', async () => {
    for (const body of [{}, { force: true }]) {
      const id = await desktop();
      const socket = await opened(id);
      const closed = once(socket, 'close');
      await act(id, 'release', body);
      expect((await closed)[0]).toBe(1006);
    }
  });

  test('ends after 12 hours, however long its lease is', async () => {
    const id = await desktop();
    const socket = await opened(id);
    const closed = once(socket, 'close');
    for (let hour = 0; hour < 12; hour += 1) {
      expect(socket.readyState).toBe(WebSocket.OPEN);
      await tokenOf(id, 3600);
      await advance(3_599_000);
    }
    await tokenOf(id, 3600);
    await advance(60_000);
    expect((await closed)[0]).toBe(1006);
  });

  test('is 502 when its desktop refuses, or is not there', async () => {
    const gone = await worlds.start({
      ...{ DISPLAY_SESSION_SIGNING_SECRET: 'signing', DISPLAY_DESKTOP_URL: 'http://127.0.0.1:9' },
    });
    const { id } = await gone.join(undefined, { compute: { display: { mode: 'desktop-control' } } });
    await gone.sql(`UPDATE workspaces SET instance_id = 'i-1' WHERE id = '${id}'`);
    const taken = await gone.call('POST', `/workspaces/${id}/display/control/acquire`, { bearer: ADMIN });
    const url = `${gone.url.replace('http', 'ws')}/workspaces/${id}/display/session/websockify`;
    const entry = `molecule-display-token.${String(taken.json.session_url).split('#token=')[1]}`;
    const socket = new WebSocket(url, [entry], { headers: { authorization: `Bearer ${ADMIN}` } });
    expect(await refusal(socket)).toBe('502 {"error":"display session proxy failed"}');
  });
});

test('a session of the control plane is a holder of its own, told by tenant and cookie', async () => {
  await using plane = await startControlPlane();
  const tenant = await worlds.start({
    ...{ DISPLAY_SESSION_SIGNING_SECRET: 'signing', MOLECULE_ORG_SLUG: 'alpha', CP_UPSTREAM_URL: plane.url },
  });
  const { id } = await tenant.join(undefined, { compute: { display: { mode: 'desktop-control' } } });
  const take = (cookie: string) =>
    tenant.call('POST', `/workspaces/${id}/display/control/acquire`, { headers: { cookie } });
  expect((await take('session=1')).status).toBe(401);
  plane.member = true;
  const one = await take('session=2');
  expect(one.json.controlled_by).toMatch(/^session:[0-9a-f]{16}$/);
  expect((await take('session=2')).json.controlled_by).toBe(one.json.controlled_by);
  expect((await take('session=3')).status).toBe(409);
  const asked = plane.calls.filter(({ path }) => path === '/cp/auth/tenant-member?slug=alpha');
  expect(asked).toHaveLength(3);
  await eventually(() => tenant.lines.length > 0);
});
