import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startAgent, type TestAgent } from '../test-support/agent.ts';
import { ADMIN, eventually, message, startWorlds, type World, type Worlds } from '../test-support/world.ts';

let worlds: Worlds;
let world: World;
let agent: TestAgent;

beforeAll(async () => {
  [worlds, agent] = await Promise.all([startWorlds(), startAgent()]);
  world = await worlds.start();
});
afterAll(async () => {
  await worlds[Symbol.asyncDispose]();
  await agent[Symbol.asyncDispose]();
});

test.each(['1e0', '1.0', '0x1', ' 1', '-1'])(
  'limit=%j is no number and counts as 100 (C.1, D)',
  async (limit) => {
    const { id, token } = await world.join(`${agent.url}/ok`);
    for (const text of ['a', 'b']) await world.send(id, message(text));
    const query = `limit=${encodeURIComponent(limit)}`;
    const log = await world.call('GET', `/workspaces/${id}/activity?${query}`, { bearer: token });
    expect(log.json).toHaveLength(2);
    const history = await world.call('GET', `/workspaces/${id}/chat-history?${query}`, { bearer: token });
    expect(history.json.reached_end).toBe(true);
  },
);

test.each(['2026-02-30T00:00:00Z', '2026-02-28T24:00:00Z', '0000-01-01T00:00:00Z'])(
  'before_ts=%s is no time (C.1, D)',
  async (time) => {
    const { id, token } = await world.join();
    for (const route of ['activity', 'chat-history']) {
      const answer = await world.call('GET', `/workspaces/${id}/${route}?before_ts=${time}`, {
        bearer: token,
      });
      expect([route, answer.status]).toEqual([route, 400]);
    }
  },
);

test('the history of a removed workspace is empty for an admin (D)', async () => {
  const { id } = await world.join(`${agent.url}/ok`);
  await world.send(id, message('x'));
  await world.sql(`UPDATE workspaces SET status = 'removed' WHERE id = '${id}'`);
  const history = await world.call('GET', `/workspaces/${id}/chat-history`, { bearer: ADMIN });
  expect(history.json).toEqual({ messages: [], reached_end: true });
});

test('a row that is posted under an upper-case id is heard by its workspace (C.4)', async () => {
  const { id, token } = await world.join();
  const heard: string[] = [];
  world.platform.broadcaster.on(id, ({ event }) => heard.push(event));
  const body = { activity_type: 'agent_log' };
  const path = `/workspaces/${id.toUpperCase()}/activity`;
  expect((await world.call('POST', path, { bearer: token, body })).status).toBe(200);
  expect(heard).toEqual(['ACTIVITY_LOGGED']);
});

describe('notify (C.3)', () => {
  test('an id that is no UUID is 500 in R3 and 404 in R1', async () => {
    const first = await worlds.start({ CONTRACT_REVISION: 'R1' });
    const notify = async (on: World) => {
      const answer = await on.call('POST', '/workspaces/x/notify', { bearer: ADMIN, body: { message: 'm' } });
      return [answer.status, answer.json.error];
    };
    expect(await notify(world)).toEqual([500, 'internal error']);
    expect(await notify(first)).toEqual([404, 'workspace not found']);
  });

  test('null counts as absent, and listeners get the named members only', async () => {
    const { id, token } = await world.join();
    const payloads: unknown[] = [];
    world.platform.broadcaster.on(id, ({ payload }) => payloads.push(payload.attachments));
    const notify = (attachment: object) =>
      world.call('POST', `/workspaces/${id}/notify`, {
        bearer: token,
        body: { message: 'm', attachments: [attachment] },
      });
    expect((await notify({ uri: null, name: 'n' })).json.error).toBe(
      'attachment[0]: uri and name are required',
    );
    expect((await notify({ uri: 'u', name: 'n', size: null, secret: 's' })).status).toBe(200);
    expect(payloads).toEqual([[{ uri: 'u', name: 'n' }]]);
  });
});

describe('the event stream (C.4)', () => {
  async function listen(id: string, token: string) {
    const answer = await request(`${world.url}/workspaces/${id}/events/stream`, {
      headers: { authorization: `Bearer ${token}`, origin: 'http://localhost:3000' },
    });
    const heard = { text: '', headers: answer.headers, stop: () => answer.body.destroy() };
    answer.body.on('data', (chunk) => {
      heard.text += chunk;
    });
    answer.body.on('error', () => undefined);
    return heard;
  }

  test('carries the CORS headers of every reply', async () => {
    const { id, token } = await world.join();
    const heard = await listen(id, token);
    expect(heard.headers['access-control-allow-origin']).toBe('http://localhost:3000');
    heard.stop();
  });

  test('keeps an answer that the agent has indented on one data line', async () => {
    const { id, token } = await world.join(`${agent.url}/indented`);
    const heard = await listen(id, token);
    await world.send(id, message('x'));
    await eventually(() => heard.text.includes('A2A_RESPONSE'));
    const lines = heard.text.split('\n').filter((line) => line !== '' && line !== ': ping');
    const documents = lines.map((line) => JSON.parse(line.replace(/^data: /, '')));
    expect(documents.map(({ data }) => data.response_body)).toEqual([{ a: 1 }, { a: 1 }]);
    heard.stop();
  });
});
