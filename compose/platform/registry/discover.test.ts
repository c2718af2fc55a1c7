import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { inBothRevisions } from '../test-support/both-revisions.ts';
import { ADMIN, startWorlds, type World } from '../test-support/world.ts';

const platforms = inBothRevisions();

/** A family of external workspaces, whose first child has this URL. */
async function family(url: string | null, on: World = platforms.latest) {
  const parent = await on.join();
  const target = await on.join(undefined, { parent_id: parent.id });
  const caller = await on.join(undefined, { parent_id: parent.id });
  const value = url === null ? 'NULL' : `'${url}'`;
  await on.sql(`UPDATE workspaces SET url = ${value}, status = 'online' WHERE id = '${target.id}'`);
  return { parent, target, caller, on };
}
type Family = Awaited<ReturnType<typeof family>>;

function find({ target, caller, on }: Family, of = target.id, from = caller.id, bearer = caller.token) {
  const headers = from === '' ? {} : { 'x-workspace-id': from };
  return on.call('GET', `/registry/discover/${of}`, { headers, bearer });
}

test('a sibling is told where an external agent is', async () => {
  const all = await family('http://8.8.8.8:9/a');
  expect(await find(all)).toMatchObject({
    status: 200,
    json: { id: all.target.id, name: 'N', url: 'http://8.8.8.8:9/a' },
  });
});

test.each([
  ['http://169.254.169.254/', 503, 'workspace URL failed safety check'],
  ['http://192.0.2.1/', 503, 'workspace URL failed safety check'],
  ['http://10.1.2.3/', 200, undefined],
  ['http://localhost:9/', 200, undefined],
  ['', 503, 'workspace not available'],
  [null, 503, 'workspace not available'],
] as const)('an external agent at %s is %s', async (url, status, error) => {
  const answer = await find(await family(url));
  expect(answer).toMatchObject({ status, json: error ? { error } : { url } });
  if (error) expect('status' in answer.json).toBe(error === 'workspace not available');
});

test('a caller in a container is sent to the name of its host, if that can be reached', async () => {
  for (const [address, status] of [
    ['10.0.0.9', 200],
    ['169.254.169.254', 503],
    [undefined, 503],
  ] as const) {
    await using worlds = await startWorlds();
    const resolve = async (host: string) => {
      expect(host).toBe('host.docker.internal');
      return address === undefined ? [] : [address];
    };
    const all = await family('http://127.0.0.1:9/a', await worlds.start({}, { resolve }));
    const { on, caller } = all;
    await on.sql(`UPDATE workspaces SET runtime = 'claude-code' WHERE id = '${caller.id}'`);
    const { text, ...answer } = await find(all);
    expect(answer.status).toBe(status);
    expect(text).toContain(status === 200 ? 'http://host.docker.internal:9/a' : 'failed safety check');
  }
});

test('a managed agent is found by the name of its container while it runs', async () => {
  const all = await family('http://8.8.8.8/');
  const set = (status: string) =>
    all.on.sql(
      `UPDATE workspaces SET runtime = 'claude-code', status = '${status}' WHERE id = '${all.target.id}'`,
    );
  await set('degraded');
  expect((await find(all)).json.url).toBe(`http://ws-${all.target.id.slice(0, 12)}:8000`);
  await set('paused');
  expect(await find(all)).toMatchObject({
    status: 503,
    json: { error: 'workspace not available', status: 'paused' },
  });
});

test('whoever is not related, or does not say who he is, is told nothing', async () => {
  const all = await family('http://8.8.8.8/');
  const { id, token } = await all.on.join();
  const stranger = 'not authorized to discover this workspace';
  const table = [
    [await find(all, all.target.id, ''), 400, 'X-Workspace-ID header is required'],
    [await find(all, all.target.id, all.caller.id, ''), 401, 'missing workspace auth token'],
    [await find(all, all.target.id, all.caller.id, token), 401, 'invalid workspace auth token'],
    [await find(all, all.target.id, all.caller.id, ADMIN), 401, 'invalid workspace auth token'],
    [await find(all, all.target.id, id, token), 403, stranger],
    [await find(all, randomUUID()), 403, stranger],
    [await find(all, 'no-uuid'), 403, stranger],
  ] as const;
  for (const [answer, status, error] of table) expect(answer).toMatchObject({ status, json: { error } });
});

test('peers are siblings, children and the parent, narrowed by name or role', async () => {
  const { parent, target, caller, on } = await family('http://8.8.8.8/');
  const child = await on.join(undefined, { parent_id: caller.id });
  await on.sql(`UPDATE workspaces SET name = 'Élan', role = 'Writer' WHERE id = '${target.id}'`);
  const ask = (query = '') =>
    on.call('GET', `/registry/${caller.id}/peers${query}`, { bearer: caller.token });
  const idsOf = async (query?: string) => (await ask(query)).json.map(({ id }: { id: string }) => id).sort();
  expect(await idsOf()).toEqual([parent.id, target.id, child.id].sort());
  expect(Object.keys((await ask('?q=writer')).json[0])).toEqual([
    'active_tasks',
    'agent_card',
    'id',
    'name',
    'parent_id',
    'role',
    'status',
    'tier',
    'url',
  ]);
  for (const query of ['?q=WRIT', `?q=${encodeURIComponent('éla')}`])
    expect(await idsOf(query)).toEqual([target.id]);
  for (const query of ['?q=%25', '?q=_', '?q=null']) expect(await idsOf(query)).toEqual([]);
});

test('parentless workspaces see each other in R1 alone', async () => {
  for (const [on, seen] of [
    [platforms.first, true],
    [platforms.latest, false],
  ] as const) {
    const one = await on.join();
    const other = await on.join();
    const { json } = await on.call('GET', `/registry/${one.id}/peers`, { bearer: one.token });
    expect(json.some(({ id }: { id: string }) => id === other.id)).toBe(seen);
  }
});

test('peers of nobody, or asked for by somebody else, are not told', async () => {
  for (const [on, status] of [
    [platforms.first, 500],
    [platforms.latest, 503],
  ] as const) {
    const { id } = await on.join();
    expect((await on.call('GET', `/registry/${randomUUID()}/peers`)).status).toBe(404);
    expect((await on.call('GET', '/registry/no-uuid/peers')).status).toBe(status);
    expect((await on.call('GET', `/registry/${id}/peers`, { bearer: ADMIN })).status).toBe(401);
    expect((await on.call('GET', `/registry/${id}/peers`)).status).toBe(401);
  }
});

test('access is what the hierarchy says, and a question without both names is none', async () => {
  const { parent, target, caller, on } = await family(null);
  const stranger = await on.join();
  const ask = (body: object) => on.call('POST', '/registry/check-access', { body });
  const allowed = async (caller_id: string, target_id: string) =>
    (await ask({ caller_id, target_id })).json.allowed;
  expect(await allowed(caller.id, target.id)).toBe(true);
  expect(await allowed(target.id, parent.id)).toBe(true);
  expect(await allowed(stranger.id, target.id)).toBe(false);
  expect(await allowed('x', target.id)).toBe(false);
  for (const body of [{}, { caller_id: caller.id }, { caller_id: 5, target_id: target.id }, []])
    expect(await ask(body)).toMatchObject({ status: 400, json: { error: 'invalid request body' } });
});
