import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startAgent, type TestAgent } from '../test-support/agent.ts';
import { eventually, message, startWorlds, type World, type Worlds } from '../test-support/world.ts';

const DELAY_MS = 400;
let worlds: Worlds;
let agent: TestAgent;

beforeAll(async () => {
  [worlds, agent] = await Promise.all([startWorlds(), startAgent()]);
});
afterAll(async () => {
  await worlds[Symbol.asyncDispose]();
  await agent[Symbol.asyncDispose]();
});

async function slowInserts(world: World): Promise<void> {
  await trigger(world, `PERFORM pg_sleep(${DELAY_MS / 1000}); RETURN NEW;`);
}

async function trigger(world: World, body: string): Promise<void> {
  await world.sql(`CREATE FUNCTION meddle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${body} END $$`);
  await world.sql(
    'CREATE TRIGGER meddle BEFORE INSERT ON activity_logs FOR EACH ROW EXECUTE FUNCTION meddle()',
  );
}

const rowsOf = (world: World, id: string) =>
  world.sql(`SELECT * FROM activity_logs WHERE workspace_id = '${id}'`);

/** Events of a workspace as they are emitted. */
function listen(world: World, id: string): string[] {
  const heard: string[] = [];
  world.platform.broadcaster.on(id, ({ event }) => heard.push(event));
  return heard;
}

describe('row before reply (D)', () => {
  test('a push reply leaves only after its row is committed', async () => {
    const world = await worlds.start();
    const { id } = await world.join(`${agent.url}/ok`);
    await slowInserts(world);
    const startedMs = Date.now();
    expect((await world.send(id, message('x'))).status).toBe(200);
    expect(await rowsOf(world, id)).toHaveLength(1);
    expect(Date.now() - startedMs).toBeGreaterThanOrEqual(DELAY_MS - 1);
  });

  test('a poll reply leaves only after its row is committed', async () => {
    const world = await worlds.start();
    const { id } = await world.join(undefined, { delivery_mode: 'poll' });
    await slowInserts(world);
    expect((await world.send(id, message('x'))).status).toBe(200);
    expect(await rowsOf(world, id)).toHaveLength(1);
  });

  test('the row is written although the client hung up', async () => {
    const world = await worlds.start();
    const { id } = await world.join(`${agent.url}/slow/100`);
    const hangUp = new AbortController();
    const before = agent.received.length;
    const sending = request(`${world.url}/workspaces/${id}/a2a`, {
      method: 'POST',
      body: JSON.stringify(message('x')),
      signal: hangUp.signal,
    });
    await eventually(() => agent.received.length > before);
    hangUp.abort();
    await expect(sending).rejects.toThrow();
    await eventually(async () => (await rowsOf(world, id)).length === 1);
  });

  test('a failing insert fails no push, but a poll is not acknowledged without its row', async () => {
    const world = await worlds.start();
    const push = await world.join(`${agent.url}/ok`);
    const poll = await world.join(undefined, { delivery_mode: 'poll' });
    await trigger(world, `RAISE EXCEPTION 'no room';`);
    const heard = listen(world, push.id);
    expect((await world.send(push.id, message('x'))).status).toBe(200);
    expect(heard).toEqual(['A2A_RESPONSE']);
    const refused = await world.send(poll.id, message('x'));
    expect([refused.status, JSON.stringify(refused.json)]).toEqual([
      503,
      expect.not.stringContaining('room'),
    ]);
  });

  test('R1 replies at once and writes behind', async () => {
    const world = await worlds.start({ CONTRACT_REVISION: 'R1' });
    const { id } = await world.join(`${agent.url}/ok`);
    await trigger(world, 'PERFORM pg_advisory_xact_lock(77); RETURN NEW;');
    await world.platform.database.transaction(async (queries) => {
      await queries.query('', 'SELECT pg_advisory_xact_lock(77)');
      expect((await world.send(id, message('x'))).status).toBe(200);
      expect(await rowsOf(world, id)).toHaveLength(0);
    });
    await world.platform.background.settled();
    expect(await rowsOf(world, id)).toHaveLength(1);
  });
});

describe('rows and events (A.12)', () => {
  test('R3 tells of the row before the answer, R1 the other way round', async () => {
    for (const [revision, order] of [
      ['R3', ['ACTIVITY_LOGGED', 'A2A_RESPONSE']],
      ['R1', ['A2A_RESPONSE', 'ACTIVITY_LOGGED']],
    ] as const) {
      const world = await worlds.start({ CONTRACT_REVISION: revision });
      const { id } = await world.join(`${agent.url}/ok`);
      const heard = listen(world, id);
      await world.send(id, message('x'));
      await world.platform.background.settled();
      expect(heard).toEqual(order);
    }
  });

  test('an agent caller has its id in the row, no A2A_RESPONSE, and its last outbound time is noted', async () => {
    const world = await worlds.start();
    const parent = await world.join();
    const child = await world.join(`${agent.url}/ok`, { parent_id: parent.id });
    const heard = listen(world, child.id);
    expect((await world.send(child.id, message('x'), { bearer: parent.token })).status).toBe(200);
    await world.platform.background.settled();
    expect(heard).toEqual(['ACTIVITY_LOGGED']);
    expect(await rowsOf(world, child.id)).toMatchObject([{ source_id: parent.id, target_id: child.id }]);
    expect((await world.call('GET', `/workspaces/${parent.id}`)).json.last_outbound_at).toMatch(/Z$/);
  });

  test('NUL characters and deep documents are kept as they came', async () => {
    const world = await worlds.start();
    const { id } = await world.join(undefined, { delivery_mode: 'poll' });
    const nested = `${'['.repeat(500)}1e400${']'.repeat(500)}`;
    const sent = `{"jsonrpc":"2.0","method":"x\\u0000","params":{"nul":"\\u0000","deep":${nested}}}`;
    expect((await world.send(id, sent)).status).toBe(200);
    const [row] = await rowsOf(world, id);
    expect(row?.request_body).toContain('\\u0000');
    expect(row?.request_body).toContain('1e400');
    expect(row?.method).toBe('x\ufffd');
  });
});

describe('poll mode (A.5)', () => {
  test('the message is a row and nothing is dispatched, whatever the URL is', async () => {
    const world = await worlds.start();
    const { id } = await world.join(`${agent.url}/ok`);
    const unsafe = `UPDATE workspaces SET delivery_mode = 'poll', url = 'http://169.254.169.254' WHERE id = '${id}'`;
    await world.sql(unsafe);
    const before = agent.received.length;
    const answer = await world.send(id, { method: 'message/send', params: { message: { content: 'hi' } } });
    expect([answer.status, answer.headers['content-type'], answer.json]).toEqual([
      200,
      'application/json',
      { status: 'queued', delivery_mode: 'poll', method: 'message/send' },
    ]);
    expect(agent.received.length).toBe(before);
    const [row] = await rowsOf(world, id);
    expect(row).toMatchObject({
      activity_type: 'a2a_receive',
      summary: 'message/send → N (queued for poll)',
      status: 'ok',
      source_id: null,
      target_id: id,
      response_body: null,
    });
    expect(JSON.parse(String(row?.request_body)).params.message.parts).toEqual([
      { kind: 'text', text: 'hi' },
    ]);
  });

  test('a method that is no string is answered as empty', async () => {
    const world = await worlds.start();
    const { id } = await world.join(undefined, { delivery_mode: 'poll' });
    expect((await world.send(id, '{"jsonrpc":"2.0","method":7}')).json.method).toBe('');
  });
});
