import { randomUUID } from 'node:crypto';
import pactum from 'pactum';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADMIN, type Joined, startWorlds, type World, type Worlds } from '../test-support/world.ts';

const { spec } = pactum;
const CARD = { name: 'agent' };
const URL_OF_AGENT = 'http://localhost:9/';
let worlds: Worlds;
let world: World;

beforeAll(async () => {
  worlds = await startWorlds();
  world = await worlds.start();
});
afterAll(() => worlds[Symbol.asyncDispose]());

const register = (body: object, bearer = '') =>
  spec()
    .post(`${world.url}/registry/register`)
    .withHeaders(bearer ? { authorization: `Bearer ${bearer}` } : {})
    .withJson(body);
const beat = (workspace: Joined, body: object = {}, on: World = world) =>
  on.call('POST', '/registry/heartbeat', {
    bearer: workspace.token,
    body: { workspace_id: workspace.id, ...body },
  });
const read = async (id: string) => (await world.call('GET', `/workspaces/${id}`)).json;

describe('register (E.1)', () => {
  test('a live token closes the gate to everyone but its owner, the admin included', async () => {
    const { id, token } = await world.join();
    const body = { id, agent_card: CARD, url: URL_OF_AGENT };
    await register(body).expectStatus(401).expectJson({ error: 'missing workspace auth token' });
    await register(body, ADMIN).expectStatus(401).expectJson({ error: 'invalid workspace auth token' });
    const answer = await register(body, token)
      .expectStatus(200)
      .expectJsonLike({ status: 'registered', delivery_mode: 'push' });
    expect(answer.json).not.toHaveProperty('auth_token');
    expect(answer.json.platform_inbound_secret).toHaveLength(43);
    const again = await register(body, token).expectStatus(200);
    expect(again.json.platform_inbound_secret).toBe(answer.json.platform_inbound_secret);
  });

  test('an unknown workspace is created and gets its first token once', async () => {
    const id = '11111111-1111-4111-8111-111111111111';
    const answer = await register({ id, agent_card: CARD, url: URL_OF_AGENT }).expectStatus(200);
    expect(answer.json.auth_token).toHaveLength(43);
    expect(await read(id)).toMatchObject({ name: id, status: 'online', tier: 1, runtime: 'claude-code' });
    await register({ id, agent_card: CARD, url: URL_OF_AGENT }).expectStatus(401);
  });

  test('the order of refusals: body, mode, gate, url', async () => {
    const { id, token } = await world.join();
    await register({ id, delivery_mode: 'x' })
      .expectStatus(400)
      .expectJson({ error: 'invalid request body' });
    const mode = { id, agent_card: CARD, delivery_mode: 'x' };
    await register(mode).expectStatus(400).expectJson({ error: "delivery_mode must be 'push' or 'poll'" });
    await register({ id, agent_card: CARD }).expectStatus(401);
    const missing = { error: 'url is required for push-mode workspaces' };
    await register({ id, agent_card: CARD }, token).expectStatus(400).expectJson(missing);
    const loopback = { id, agent_card: CARD, url: 'http://127.0.0.1:1' };
    const blocked = { error: 'url targets a blocked address: loopback' };
    await register(loopback, token).expectStatus(400).expectJson(blocked);
    await register({ id: 'x', agent_card: CARD })
      .expectStatus(500)
      .expectJson({ error: 'registration failed' });
  });

  test('poll needs no url and the stored mode outlives a register that names none', async () => {
    const { id, token } = await world.join();
    const poll = { id, agent_card: null, delivery_mode: 'poll', url: 'http://169.254.169.254' };
    await register(poll, token).expectStatus(200).expectJsonLike({ delivery_mode: 'poll' });
    await register({ id, agent_card: CARD }, token)
      .expectStatus(200)
      .expectJsonLike({ delivery_mode: 'poll' });
  });

  test('a removed workspace is gone: no token, no secret, no event', async () => {
    const { id } = await world.join();
    await world.call('DELETE', `/workspaces/${id}`, { bearer: ADMIN, headers: { 'x-confirm-name': 'N' } });
    const body = { id, agent_card: CARD, url: URL_OF_AGENT };
    await register(body).expectStatus(410).expectJson({ error: 'workspace removed' });
    const events = await world.sql(
      `SELECT 1 FROM structure_events WHERE workspace_id = '${id}' AND event_type = 'WORKSPACE_ONLINE'`,
    );
    expect(events).toEqual([]);
  });

  test.each([
    [
      { name: 'ID', skills: [1] },
      { name: 'N', description: 'N', role: 'writer', skills: [1] },
    ],
    [{ name: '' }, { name: 'N', description: 'N', role: 'writer' }],
    [{ description: 'd' }, { name: 'N', description: 'd', role: 'writer' }],
    [
      { name: '  ', role: 'x' },
      { name: '  ', description: '  ', role: 'x' },
    ],
    ['text', 'text'],
    [null, null],
  ])('R3 keeps the card %j as %j', async (card, kept) => {
    const { id, token } = await world.join(undefined, { role: 'writer' });
    const given = JSON.parse(JSON.stringify(card).replace('ID', id));
    await register({ id, agent_card: given, url: URL_OF_AGENT }, token).expectStatus(200);
    expect((await read(id)).agent_card).toEqual(kept);
  });

  test('the card of a workspace that nobody knew is kept as it came', async () => {
    const id = randomUUID();
    await register({ id, agent_card: { name: 'X' }, url: URL_OF_AGENT }).expectStatus(200);
    expect((await read(id)).agent_card).toEqual({ name: 'X' });
  });

  test('update-card replaces the card behind the same gate', async () => {
    const { id, token } = await world.join();
    const body = { workspace_id: id, agent_card: { name: 'new' } };
    expect((await world.call('POST', '/registry/update-card', { body })).status).toBe(401);
    const updated = await world.call('POST', '/registry/update-card', { body, bearer: token });
    expect([updated.json, (await read(id)).agent_card]).toEqual([{ status: 'updated' }, { name: 'new' }]);
  });
});

describe('heartbeat (E.2)', () => {
  test('absent members are written as zero, the spend is kept', async () => {
    const workspace = await world.join();
    const full = {
      error_rate: 0.2,
      sample_error: 's',
      active_tasks: 2,
      uptime_seconds: 9,
      current_task: 't',
      monthly_spend: 70,
    };
    await beat(workspace, full);
    await beat(workspace, { monthly_spend: -5 });
    const [row] = await world.sql(
      `SELECT last_error_rate, last_sample_error, active_tasks, uptime_seconds, current_task, monthly_spend
         FROM workspaces WHERE id = '${workspace.id}'`,
    );
    expect(Object.values(row ?? {})).toEqual([0, '', 0, 0, '', 70]);
  });

  test('R3 leaves awaiting_agent and returns the secret, R1 neither', async () => {
    for (const [revision, status] of [
      ['R3', 'online'],
      ['R1', 'awaiting_agent'],
    ] as const) {
      const on = await worlds.start({ CONTRACT_REVISION: revision });
      const workspace = await on.join();
      const answer = await beat(workspace, {}, on);
      expect('platform_inbound_secret' in answer.json).toBe(revision === 'R3');
      expect((await on.call('GET', `/workspaces/${workspace.id}`)).json.status).toBe(status);
    }
  });

  test('a capability counts from the next heartbeat on', async () => {
    const workspace = await world.join(URL_OF_AGENT);
    const metadata = { runtime_metadata: { capabilities: { status_mgmt: true } } };
    await beat(workspace, { error_rate: 0.9, ...metadata });
    expect((await read(workspace.id)).status).toBe('degraded');
    await beat(workspace, { error_rate: 0, ...metadata });
    expect((await read(workspace.id)).status).toBe('degraded');
    await beat(workspace);
    await beat(workspace);
    expect((await read(workspace.id)).status).toBe('online');
  });

  test('an unknown workspace gets 200 without a secret, an impossible id 500', async () => {
    const unknown = await beat({ id: '22222222-2222-4222-8222-222222222222', token: '' });
    expect([unknown.status, unknown.json]).toEqual([200, { status: 'ok' }]);
    expect((await beat({ id: 'x', token: '' })).json).toEqual({ error: 'failed to update' });
  });

  test.each([
    '"active_tasks":1.5',
    '"uptime_seconds":1.0',
    '"monthly_spend":1.5',
    '"runtime_metadata":5',
    '"runtime_metadata":{"capabilities":{"status_mgmt":"true"}}',
    '"runtime_metadata":{"idle_timeout_seconds":"5"}',
  ])('%s has the wrong type, and nothing of it is applied', async (member) => {
    const { id, token } = await world.join();
    const body = `{"workspace_id":"${id}","current_task":"t",${member}}`;
    const { status, json } = await world.call('POST', '/registry/heartbeat', { bearer: token, body });
    expect([status, json]).toEqual([400, { error: 'invalid request body' }]);
    expect(await world.sql(`SELECT current_task FROM workspaces WHERE id = '${id}'`)).toEqual([
      { current_task: '' },
    ]);
  });

  test('the gate is that of register', async () => {
    const { id } = await world.join();
    expect((await beat({ id, token: '' })).json).toEqual({ error: 'missing workspace auth token' });
    expect((await beat({ id, token: ADMIN })).json).toEqual({ error: 'invalid workspace auth token' });
  });

  test('money spent within the hour fills the hourly budget', async () => {
    const workspace = await world.join();
    await beat(workspace, { monthly_spend: 100 });
    const path = `/workspaces/${workspace.id}/budget`;
    await world.call('PATCH', path, { bearer: ADMIN, body: { budget_limits: { hourly: 100, daily: 101 } } });
    expect((await world.send(workspace.id, '{')).json.exceeded_periods).toEqual(['hourly']);
  });
});
