import { expect, test } from 'vitest';
import { proxyBench } from '../test-support/proxy-bench.ts';
import { ADMIN, type CallOptions, type World } from '../test-support/world.ts';
import { cipherKey, seal, unseal } from './cipher.ts';

const bench = proxyBench();

async function workspace(on: World = bench.world) {
  const { id, token } = await on.join();
  const ask = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, options: CallOptions = {}) =>
    on.call(method, `/workspaces/${id}${path}`, { bearer: token, ...options });
  return { id, token, ask, on };
}

test('a secret is kept, told by name alone, shown by its value to its workspace, and taken away', async () => {
  const { ask, id, on } = await workspace();
  for (const method of ['POST', 'PUT'] as const)
    expect(await ask(method, '/secrets', { body: { key: 'K', value: `v-${method}` } })).toMatchObject({
      status: 200,
      json: { status: 'saved', key: 'K' },
    });
  const listed = await ask('GET', '/secrets');
  expect(listed.json).toEqual([
    {
      key: 'K',
      has_value: true,
      scope: 'workspace',
      created_at: expect.stringMatching(/Z$/),
      updated_at: expect.any(String),
    },
  ]);
  expect((await ask('GET', '/secrets/values')).json).toEqual({ K: 'v-PUT' });
  const [row] = await on.sql(`SELECT sealed FROM workspace_secrets WHERE workspace_id = '${id}'`);
  expect(Buffer.isBuffer(row?.sealed)).toBe(true);
  expect((await ask('DELETE', '/secrets/K')).json).toEqual({ key: 'K', status: 'deleted' });
  expect(await ask('DELETE', '/secrets/K')).toMatchObject({
    status: 404,
    json: { error: 'secret not found' },
  });
  expect((await ask('GET', '/secrets')).json).toEqual([]);
});

test.each([
  ['no key', { value: 'v' }],
  ['an empty key', { key: '', value: 'v' }],
  ['no value', { key: 'K' }],
  ['an empty value', { key: 'K', value: '' }],
  ['a number', { key: 'K', value: 5 }],
  ['null', { key: 'K', value: null }],
  ['a list', []],
] as const)('a secret with %s is refused', async (_name, body) => {
  const { ask } = await workspace();
  expect((await ask('POST', '/secrets', { body })).status).toBe(400);
  expect((await ask('GET', '/secrets')).json).toEqual([]);
});

test('values are shown to nobody but the workspace', async () => {
  const { ask, on } = await workspace();
  for (const [bearer, error] of [
    ['', 'missing workspace auth token'],
    [ADMIN, 'invalid workspace auth token'],
  ] as const)
    expect(await ask('GET', '/secrets/values', { bearer })).toMatchObject({ status: 401, json: { error } });
  expect((await on.call('GET', '/workspaces/x/secrets/values', { bearer: ADMIN })).status).toBe(500);
  expect((await ask('GET', '/secrets', { bearer: ADMIN })).status).toBe(200);
});

test('everybody’s secrets are merged in, and give way to a workspace’s own', async () => {
  const on = await bench.worlds.start();
  const { ask } = await workspace(on);
  const global = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object) =>
    on.call(method, `/settings/secrets${path}`, { bearer: ADMIN, ...(body && { body }) });
  for (const [key, value] of [
    ['A', 'all'],
    ['B', 'all'],
  ])
    expect((await global('PUT', '', { key, value })).json).toEqual({ status: 'saved', key, scope: 'global' });
  await ask('POST', '/secrets', { body: { key: 'B', value: 'own' } });
  expect((await ask('GET', '/secrets')).json).toMatchObject([
    { key: 'A', scope: 'global' },
    { key: 'B', scope: 'workspace' },
  ]);
  expect((await ask('GET', '/secrets/values')).json).toEqual({ A: 'all', B: 'own' });
  expect((await global('GET', '')).json).toHaveLength(2);
  expect((await on.call('GET', '/admin/secrets', { bearer: ADMIN })).json).toHaveLength(2);
  expect((await on.call('GET', '/settings/secrets')).status).toBe(401);
  expect((await global('DELETE', '/A')).json).toMatchObject({ status: 'deleted', key: 'A' });
  expect((await global('DELETE', '/A')).status).toBe(404);
});

test('one secret that cannot be read hides them all, by name', async () => {
  const { ask, id, on } = await workspace();
  await ask('POST', '/secrets', { body: { key: 'GOOD', value: 'v' } });
  await ask('POST', '/secrets', { body: { key: 'BAD', value: 'v' } });
  await on.sql(
    `UPDATE workspace_secrets SET sealed = '\\x01ff' WHERE workspace_id = '${id}' AND key = 'BAD'`,
  );
  const answer = await ask('GET', '/secrets/values');
  expect(answer.status).toBe(500);
  expect(answer.json).toEqual({ error: 'failed to decrypt secrets', failed_keys: ['workspace:BAD'] });
});

test('a secret of nobody is not saved', async () => {
  const path = '/workspaces/6a0c3f0e-1111-4222-8333-944444444444/secrets';
  const body = { key: 'K', value: 'v' };
  for (const url of [path, '/workspaces/x/secrets'])
    expect(await bench.world.call('POST', url, { bearer: ADMIN, body })).toMatchObject({
      status: 500,
      json: { error: 'failed to save secret' },
    });
});

test('a model is kept as a secret, and cleared by an empty one', async () => {
  const { ask } = await workspace();
  expect((await ask('GET', '/model')).json).toEqual({ model: '', source: 'default' });
  expect((await ask('PUT', '/model', { body: { model: 'm-1' } })).json).toMatchObject({ status: 'saved' });
  expect((await ask('GET', '/model')).json).toEqual({ model: 'm-1', source: 'workspace_secrets' });
  expect((await ask('PUT', '/model', { body: { model: '' } })).json).toEqual({ status: 'cleared' });
  expect((await ask('GET', '/model')).json).toEqual({ model: '', source: 'default' });
  for (const body of [{}, { model: 5 }, { model: null }])
    expect((await ask('PUT', '/model', { body })).status).toBe(400);
});

test('a changed secret restarts the agent, which then has all of them', async () => {
  const { world, controlPlane } = bench;
  const { ask, id } = await workspace();
  await world.sql(
    `UPDATE workspaces SET runtime = 'claude-code', status = 'online', instance_id = 'i-0' WHERE id = '${id}'`,
  );
  controlPlane.calls.length = 0;
  // Not by the token of the workspace, which the first restart revokes.
  const saved = await Promise.all(
    ['ONE', 'TWO'].map((key) =>
      ask('POST', '/secrets', { bearer: ADMIN, body: { key, value: `value of ${key}` } }),
    ),
  );
  expect(saved.map(({ status }) => status)).toEqual([200, 200]);
  await world.platform.background.settled();
  const starts = controlPlane.calls
    .filter(({ method }) => method === 'POST')
    .map(({ body }) => JSON.parse(body).env)
    .filter((env) => env.MOLECULE_WORKSPACE_ID === id);
  expect(starts.at(-1)).toMatchObject({ ONE: 'value of ONE', TWO: 'value of TWO' });
});

test('secrets are sealed under the key of the platform, and by no other can be read', () => {
  const key = cipherKey('one');
  expect(unseal(key, seal(key, 'ž'))).toBe('ž');
  expect(unseal(undefined, seal(undefined, 'ž'))).toBe('ž');
  expect(seal(key, 'value').includes('value')).toBe(false);
  expect(() => unseal(cipherKey('other'), seal(key, 'v'))).toThrow();
  expect(() => unseal(undefined, seal(key, 'v'))).toThrow();
});
