import pactum from 'pactum';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADMIN, startWorlds, type World, type Worlds } from '../test-support/world.ts';

const { spec } = pactum;
let worlds: Worlds;
let world: World;

beforeAll(async () => {
  worlds = await startWorlds();
  world = await worlds.start();
});
afterAll(() => worlds[Symbol.asyncDispose]());

const create = (body: object, on: World = world) =>
  spec()
    .post(`${on.url}/workspaces`)
    .withHeaders({ authorization: `Bearer ${ADMIN}` })
    .withJson(body);
const EXTERNAL = { external: true, runtime: 'external' };

describe('create (F.2)', () => {
  test.each([
    [{}, 'invalid workspace payload'],
    [{ name: 7 }, 'invalid workspace payload'],
    [{ name: 'a\nb' }, 'invalid workspace fields'],
    [{ name: 'a{b' }, 'invalid workspace fields'],
    [{ name: 'é'.repeat(128) }, 'invalid workspace fields'],
    [{ name: 'a', role: 'x'.repeat(1001) }, 'invalid workspace fields'],
    [{ name: 'a', model: 'm'.repeat(101) }, 'invalid workspace fields'],
    [{ name: 'a', template: '../etc' }, 'invalid template'],
    [{ name: 'a', workspace_dir: 'relative' }, 'invalid workspace directory'],
    [{ name: 'a', workspace_access: 'all' }, 'invalid workspace access'],
    [{ name: 'a', delivery_mode: 'x' }, "delivery_mode must be 'push' or 'poll'"],
    [
      { name: 'a', url: 'http://169.254.169.254' },
      'unsafe workspace URL: url targets a blocked address: link-local',
    ],
  ])('%j is refused', async (body, error) => {
    await create({ ...EXTERNAL, ...body })
      .expectStatus(400)
      .expectJson({ error });
  });

  test('an unknown parent is 500', async () => {
    const orphan = { ...EXTERNAL, name: 'orphan', parent_id: '33333333-3333-4333-8333-333333333333' };
    await create(orphan).expectStatus(500).expectJson({ error: 'failed to create workspace' });
  });

  test('an external one waits for its agent and is told how to connect', async () => {
    const created = await create({
      ...EXTERNAL,
      name: 'waiting',
      max_concurrent_tasks: -1,
      tier: 9,
    }).expectStatus(201);
    expect(created.json).toMatchObject({ external: true, status: 'awaiting_agent' });
    expect(created.json.connection).toMatchObject({
      workspace_id: created.json.id,
      auth_token: expect.stringMatching(/^[\w-]{43}$/),
      registry_endpoint: 'http://platform.test/registry/register',
      universal_mcp_snippet: expect.any(String),
    });
    const read = await spec().get(`${world.url}/workspaces/${created.json.id}`).expectStatus(200);
    expect(read.json).toMatchObject({
      status: 'awaiting_agent',
      max_concurrent_tasks: 1,
      tier: 9,
      url: '',
      agent_card: null,
    });
    const events = await world.sql(
      `SELECT event_type FROM structure_events WHERE workspace_id = '${created.json.id}' ORDER BY id`,
    );
    expect(events.map((row) => row.event_type)).toEqual([
      'WORKSPACE_PROVISIONING',
      'WORKSPACE_AWAITING_AGENT',
    ]);
  });

  test('with a url it is online without a token', async () => {
    const created = await create({ ...EXTERNAL, name: 'there', url: 'http://localhost:9' }).expectStatus(201);
    expect(created.json).toEqual({ id: created.json.id, external: true, status: 'online' });
  });

  test('R3 numbers a repeated name up to twenty and asks R3 runtimes for a model', async () => {
    for (let count = 1; count <= 20; count++) await create({ ...EXTERNAL, name: 'twin' }).expectStatus(201);
    await create({ ...EXTERNAL, name: 'twin' }).expectStatus(409);
    const names = await world.sql(`SELECT name FROM workspaces WHERE name LIKE 'twin%' ORDER BY created_at`);
    expect(names.slice(0, 3).map((row) => row.name)).toEqual(['twin', 'twin (2)', 'twin (3)']);
    await create({ name: 'm' })
      .expectStatus(422)
      .expectJsonLike({ code: 'MODEL_REQUIRED', runtime: 'claude-code' });
    await create({ name: 'm', runtime: 'x' })
      .expectStatus(422)
      .expectJsonLike({ code: 'RUNTIME_UNSUPPORTED' });
    const managed = { name: 'm', external: true, runtime: 'hermes' };
    await create(managed).expectStatus(422).expectJsonLike({ code: 'RUNTIME_UNSUPPORTED' });
  });

  test('without a back end a managed one fails by itself', async () => {
    const created = await create({ name: 'lost', model: 'm' })
      .expectStatus(201)
      .expectJsonLike({ status: 'provisioning' });
    await world.platform.background.settled();
    await spec().get(`${world.url}/workspaces/${created.json.id}`).expectJsonLike({ status: 'failed' });
  });

  test('R1 allows repeated names and any runtime', async () => {
    const first = await worlds.start({ CONTRACT_REVISION: 'R1' });
    await create({ name: 'same', runtime: 'anything' }, first).expectStatus(201);
    const again = await create({ name: 'same' }, first).expectStatus(201);
    expect(again.json).toEqual({
      id: again.json.id,
      status: 'provisioning',
      awareness_namespace: `workspace:${again.json.id}`,
      workspace_access: 'none',
    });
  });
});

describe('read, state, patch (F.3)', () => {
  test('only an admin sees the list, with the columns that a single read hides', async () => {
    const { id } = await world.join();
    await spec()
      .get(`${world.url}/workspaces`)
      .expectStatus(401)
      .expectJson({ error: 'admin auth required' });
    const listed = await world.call('GET', '/workspaces', { bearer: ADMIN });
    const mine = listed.json.find((row: { id: string }) => row.id === id);
    expect(mine).toMatchObject({ budget_limit: null, monthly_spend: 0, current_task: '' });
    expect((await world.call('GET', `/workspaces/${id}`)).json).not.toHaveProperty('monthly_spend');
  });

  test('bad and unknown ids are told apart', async () => {
    await spec().get(`${world.url}/workspaces/x`).expectStatus(400);
    await spec().get(`${world.url}/workspaces/33333333-3333-4333-8333-333333333333`).expectStatus(404);
  });

  test('the own token may patch, a member of the wrong type is refused', async () => {
    const { id, token } = await world.join();
    const patch = (body: object) => world.call('PATCH', `/workspaces/${id}`, { bearer: token, body });
    expect((await patch({ tier: 1, x: 4.5, y: 0 })).json).toEqual({ status: 'updated' });
    expect((await patch({ runtime: 'kimi' })).json).toEqual({ status: 'updated', needs_restart: true });
    expect((await patch({ tier: 'a' })).json).toEqual({ error: 'invalid workspace fields' });
    expect((await patch({ parent_id: 'x' })).json).toEqual({ error: 'invalid workspace fields' });
    expect((await patch({ name: 'a*' })).json).toEqual({ error: 'name contains invalid characters' });
    expect((await world.call('GET', `/workspaces/${id}`)).json).toMatchObject({
      tier: 1,
      x: 4.5,
      runtime: 'kimi',
    });
    const state = await world.call('GET', `/workspaces/${id}/state`, { bearer: token });
    expect(state.json).toEqual({ workspace_id: id, status: 'awaiting_agent', paused: false, deleted: false });
  });
});

describe('delete (F.4)', () => {
  const remove = (id: string, query = '', name = 'N') =>
    world.call('DELETE', `/workspaces/${id}${query}`, { bearer: ADMIN, headers: { 'x-confirm-name': name } });

  test('asks for the name, then for consent to the children, then revokes every token', async () => {
    const parent = await world.join();
    const child = await world.join(undefined, { parent_id: parent.id });
    expect((await remove(parent.id, '', 'n')).json.error).toBe('destructive_action_requires_confirmation');
    expect((await remove(parent.id)).json).toMatchObject({
      status: 'confirmation_required',
      children_count: 1,
    });
    expect((await remove(parent.id, '?confirm=true')).json).toEqual({
      status: 'removed',
      cascade_deleted: 1,
    });
    const activity = await world.call('GET', `/workspaces/${child.id}/activity`, { bearer: child.token });
    expect(activity.json).toEqual({ error: 'invalid workspace auth token' });
    const read = await world.call('GET', `/workspaces/${child.id}`);
    expect([read.status, read.json.error]).toEqual([410, 'workspace removed']);
    expect((await world.call('GET', `/workspaces/${child.id}?include_removed=true`)).status).toBe(200);
    expect((await remove(parent.id)).status).toBe(410);
  });
});

describe('admin and tenants (0.2)', () => {
  test('a workspace token is no admin, an org token is', async () => {
    const { token } = await world.join();
    const list = (bearer: string) => world.call('GET', '/workspaces', { bearer });
    expect((await list(token)).json).toEqual({ error: 'invalid admin auth token' });
    await world.sql(
      `INSERT INTO org_api_tokens (name, token_hash, prefix) VALUES ('o', sha256('org-token'), 'org-toke')`,
    );
    expect((await list('org-token')).status).toBe(200);
    expect(
      (await world.call('GET', '/workspaces', { headers: { authorization: `bearer ${ADMIN}` } })).status,
    ).toBe(401);
  });

  test('R1 without an admin token is open in development, R3 is not', async () => {
    const list = async (revision: string) => {
      const on = await worlds.start({ CONTRACT_REVISION: revision, ADMIN_TOKEN: '' });
      return (await on.call('GET', '/workspaces')).status;
    };
    expect([await list('R1'), await list('R3')]).toEqual([200, 401]);
  });

  test('a tenant platform answers its own organisation only, save for the open paths', async () => {
    const tenant = await worlds.start({ MOLECULE_ORG_ID: 'org-1' });
    const get = (path: string, headers: Record<string, string> = {}) => tenant.call('GET', path, { headers });
    expect((await get('/nowhere')).json.code).toBe('TENANT_ORG_HEADER_REQUIRED');
    expect(await get('/nowhere', { 'x-molecule-org-id': 'org-2' })).toMatchObject({ status: 404, text: '' });
    expect((await get('/nowhere', { 'fly-replay-src': 'instance=1;state=org-1' })).text).toBe(
      '404 page not found',
    );
    expect([(await get('/health')).status, (await get('/buildinfo')).status]).toEqual([200, 200]);
  });

  test('the rate limit holds outside development', async () => {
    const strict = await worlds.start({ MOLECULE_ENV: 'staging', RATE_LIMIT: '2' });
    const get = () => strict.call('GET', '/health');
    expect([(await get()).status, (await get()).status, (await get()).status]).toEqual([200, 200, 429]);
  });

  test('R1 has neither build info nor chat history', async () => {
    const first = await worlds.start({ CONTRACT_REVISION: 'R1' });
    const { id, token } = await first.join();
    expect((await first.call('GET', '/buildinfo')).status).toBe(404);
    expect((await first.call('GET', `/workspaces/${id}/chat-history`, { bearer: token })).status).toBe(404);
  });
});
