import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { manualClock } from '../test-support/manual-clock.ts';
import { ADMIN, startWorlds, type World, type Worlds } from '../test-support/world.ts';

let worlds: Worlds;
beforeAll(async () => {
  worlds = await startWorlds();
});
afterAll(() => worlds[Symbol.asyncDispose]());

test('a workspace lists its tokens by their beginnings, makes one more and revokes it', async () => {
  const world = await worlds.start();
  const { id, token } = await world.join();
  const ask = (method: 'GET' | 'POST' | 'DELETE', path = '', bearer = token) =>
    world.call(method, `/workspaces/${id}/tokens${path}`, { bearer });
  const made = await ask('POST');
  expect(made).toMatchObject({ status: 201, json: { workspace_id: id } });
  expect(made.json.auth_token).toMatch(/^[\w-]{43}$/);
  const { json } = await ask('GET', '', made.json.auth_token);
  expect(json.count).toBe(2);
  const [newest] = json.tokens;
  expect(newest).toMatchObject({ prefix: made.json.auth_token.slice(0, 8) });
  expect(JSON.stringify(json)).not.toContain(made.json.auth_token);
  const other = await world.join();
  expect(
    (await world.call('DELETE', `/workspaces/${other.id}/tokens/${newest.id}`, { bearer: other.token }))
      .status,
  ).toBe(404);
  expect((await ask('DELETE', `/${newest.id}`)).json).toEqual({ status: 'revoked' });
  expect((await ask('DELETE', `/${newest.id}`)).status).toBe(404);
  expect((await ask('GET', '', made.json.auth_token)).status).toBe(401);
});

test('an organisation’s token is an admin until it is revoked', async () => {
  const world = await worlds.start();
  const org = await world.call('POST', '/org/tokens', { bearer: ADMIN, body: { name: 'ci' } });
  expect(org.status).toBe(200);
  expect(Object.keys(org.json)).toEqual(['auth_token', 'id', 'name', 'prefix', 'warning']);
  const list = () => world.call('GET', '/org/tokens', { bearer: org.json.auth_token });
  expect((await list()).json).toMatchObject({ count: 1, tokens: [{ id: org.json.id, name: 'ci' }] });
  expect((await world.call('DELETE', `/org/tokens/${org.json.id}`, { bearer: ADMIN })).status).toBe(200);
  expect((await list()).status).toBe(401);
});

const PRODUCTION = { MOLECULE_ENV: 'production', SECRETS_ENCRYPTION_KEY: 'k', RATE_LIMIT: '100000' };

test.each([
  ['production', PRODUCTION, ADMIN, 404, 'not found'],
  ['development, nobody', {}, '', 401, 'admin auth required'],
  ['development, garbage', {}, 'garbage', 401, 'invalid admin auth token'],
  ['development, the admin', {}, ADMIN, 200, undefined],
  ['development, no admin token', { ADMIN_TOKEN: '' }, '', 200, undefined],
  ['production, switched on', { ...PRODUCTION, MOLECULE_ENABLE_TEST_TOKENS: '1' }, ADMIN, 200, undefined],
  [
    'production, switched on by another word',
    { ...PRODUCTION, MOLECULE_ENABLE_TEST_TOKENS: 'true' },
    ADMIN,
    404,
    'not found',
  ],
] as const)('a token for tests in %s', async (_name, environment, bearer, status, error) => {
  const world = await worlds.start({ CONTRACT_REVISION: 'R1', ...environment });
  const created = await world.call('POST', '/workspaces', {
    bearer: ADMIN,
    body: { name: 'N', external: true, runtime: 'external' },
  });
  const { id } = created.json;
  const ask = (headers: Record<string, string>, of = id) =>
    world.call('GET', `/admin/workspaces/${of}/test-token`, { headers });
  const authorization = bearer === '' ? {} : { authorization: `Bearer ${bearer}` };
  const answer = await ask(authorization);
  expect(answer).toMatchObject({ status, json: error ? { error } : { workspace_id: id } });
  if (status !== 200) return;
  const own = await world.call('GET', `/workspaces/${id}/activity`, { bearer: answer.json.auth_token });
  expect(own.status).toBe(200);
  if (bearer !== '') expect((await ask({ authorization: bearer })).status).toBe(200);
  expect((await ask(authorization, 'no-uuid')).json.error).toBe('lookup failed');
  expect((await ask(authorization, '6a0c3f0e-1111-4222-8333-944444444444')).status).toBe(404);
});

test('neither a workspace’s nor an organisation’s token opens the way of tests', async () => {
  const world = await worlds.start({ CONTRACT_REVISION: 'R1' });
  const { id, token } = await world.join();
  const org = await world.call('POST', '/org/tokens', { bearer: ADMIN, body: { name: 'x' } });
  for (const bearer of [token, org.json.auth_token])
    expect((await world.call('GET', `/admin/workspaces/${id}/test-token`, { bearer })).status).toBe(401);
});

test('production does not start without a key for its secrets', async () => {
  await expect(worlds.start({ MOLECULE_ENV: 'production' })).rejects.toThrow('SECRETS_ENCRYPTION_KEY');
});

/** A control plane that knows one session, and how often it was asked; it breaks when it is told to. */
async function startSessions() {
  const asked: string[] = [];
  const state = { breaks: false, member: true };
  const server = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers.cookie}`);
    if (state.breaks) return void response.writeHead(500).end();
    const member = state.member && request.headers.cookie === 'session=good';
    response.end(JSON.stringify({ member, user_id: 'u-1' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { asked, state, url, [Symbol.dispose]: stop };
}

const GOOD = { cookie: 'session=good' };

async function withSessions(url: string, revision: 'R1' | 'R3' = 'R3', clock = manualClock()) {
  const environment = { CP_UPSTREAM_URL: url, MOLECULE_ORG_SLUG: 'alpha', CONTRACT_REVISION: revision };
  return worlds.start(environment, { clock });
}

function list(world: World, headers: Record<string, string>, bearer = '') {
  return world.call('GET', '/workspaces', { headers, bearer });
}

test('a session of the control plane is an admin, whatever bearer comes with it', async () => {
  using sessions = await startSessions();
  const world = await withSessions(sessions.url);
  expect((await list(world, GOOD)).status).toBe(200);
  expect((await list(world, GOOD, 'garbage')).status).toBe(200);
  expect((await list(world, { cookie: 'session=bad' })).status).toBe(401);
  expect((await list(world, {})).status).toBe(401);
  expect(sessions.asked[0]).toBe('/cp/auth/tenant-member?slug=alpha session=good');
});

test('a session opens a workspace in R3, unless a bad bearer comes with it', async () => {
  using sessions = await startSessions();
  for (const [revision, status] of [
    ['R1', 401],
    ['R3', 200],
  ] as const) {
    const world = await withSessions(sessions.url, revision);
    const { id } = await world.join();
    const read = (bearer = '') => world.call('GET', `/workspaces/${id}/activity`, { headers: GOOD, bearer });
    expect((await read()).status).toBe(status);
    expect((await read('garbage')).status).toBe(401);
  }
});

test('a session speaks as any workspace', async () => {
  using sessions = await startSessions();
  const world = await withSessions(sessions.url);
  const one = await world.join(undefined, { delivery_mode: 'poll' });
  const other = await world.join();
  const headers = { 'x-workspace-id': other.id };
  const body = { method: 'tasks/list', params: {} };
  expect((await world.send(one.id, body, { headers })).status).toBe(401);
  expect((await world.send(one.id, body, { headers: { ...headers, ...GOOD } })).status).toBe(200);
});

test('what is said of a member holds for 30 s, of a stranger for 5 s, and silence is not kept', async () => {
  using sessions = await startSessions();
  const clock = manualClock();
  const world = await withSessions(sessions.url, 'R3', clock);
  const asks = async (headers: Record<string, string>) => {
    const before = sessions.asked.length;
    const { status } = await list(world, headers);
    return [status, sessions.asked.length - before];
  };
  const bad = { cookie: 'session=bad' };
  expect([await asks(GOOD), await asks(bad)]).toEqual([
    [200, 1],
    [401, 1],
  ]);
  clock.advance(4_999);
  expect([await asks(GOOD), await asks(bad)]).toEqual([
    [200, 0],
    [401, 0],
  ]);
  clock.advance(1);
  expect([await asks(GOOD), await asks(bad)]).toEqual([
    [200, 0],
    [401, 1],
  ]);
  clock.advance(25_000);
  sessions.state.breaks = true;
  expect([await asks(GOOD), await asks(GOOD)]).toEqual([
    [401, 1],
    [401, 1],
  ]);
  sessions.state.breaks = false;
  expect(await asks(GOOD)).toEqual([200, 1]);
});
