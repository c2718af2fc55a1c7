import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADMIN, type Joined, startWorlds, type World, type Worlds } from '../test-support/world.ts';

let worlds: Worlds;
let world: World;

beforeAll(async () => {
  worlds = await startWorlds();
  world = await worlds.start();
});
afterAll(() => worlds[Symbol.asyncDispose]());

const list = (workspace: Joined, query = '') =>
  world.call('GET', `/workspaces/${workspace.id}/activity${query}`, { bearer: workspace.token });
const log = (workspace: Joined, body: object) =>
  world.call('POST', `/workspaces/${workspace.id}/activity`, { bearer: workspace.token, body });

async function withRows(count: number): Promise<{ workspace: Joined; ids: string[] }> {
  const workspace = await world.join();
  for (let index = 0; index < count; index++)
    await log(workspace, { activity_type: 'agent_log', summary: `row ${index}` });
  const rows = (await list(workspace)).json as { id: string }[];
  return { workspace, ids: rows.map((row) => row.id).reverse() };
}

describe('reading the log (C.1)', () => {
  test('newest first without a cursor, oldest first and strictly behind it with one', async () => {
    const { workspace, ids } = await withRows(4);
    const after = (await list(workspace, `?since_id=${ids[1]}`)).json as { id: string; summary: string }[];
    expect(after.map((row) => row.summary)).toEqual(['row 2', 'row 3']);
    expect((await list(workspace, `?since_id=${ids[3]}`)).json).toEqual([]);
  });

  test('rows of one microsecond are all read, none twice', async () => {
    const { workspace, ids } = await withRows(6);
    await world.sql(
      `UPDATE activity_logs SET created_at = '2026-01-01T00:00:00.123456Z' WHERE workspace_id = '${workspace.id}'`,
    );
    const seen = [ids[0]];
    for (let page = 0; page < 8; page++) {
      const rows = (await list(workspace, `?since_id=${seen.at(-1)}&limit=2`)).json as { id: string }[];
      seen.push(...rows.map((row) => row.id));
    }
    expect(seen).toEqual(ids);
  });

  test('a follower with a cursor reads every row that is written meanwhile', async () => {
    const { workspace, ids } = await withRows(1);
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let index = 0; index < 10; index++) {
        await log(workspace, { activity_type: 'agent_log', summary: `${writer}.${index}` });
      }
    });
    let writing = true;
    const written = Promise.all(writers).finally(() => {
      writing = false;
    });
    const seen = new Set<string>();
    let cursor = ids[0];
    for (let last = false; !last; ) {
      last = !writing;
      const rows = (await list(workspace, `?since_id=${cursor}&limit=3`)).json as {
        id: string;
        summary: string;
      }[];
      for (const row of rows) seen.add(row.summary);
      cursor = rows.at(-1)?.id ?? cursor;
      last &&= rows.length === 0;
    }
    await written;
    expect(seen.size).toBe(80);
  });

  test('an unknown and a foreign cursor are 410 with the same body, an impossible one 500', async () => {
    const { workspace } = await withRows(1);
    const { ids: foreign } = await withRows(1);
    const gone = await list(workspace, `?since_id=${foreign[0]}`);
    expect(gone.status).toBe(410);
    expect((await list(workspace, '?since_id=00000000-0000-4000-8000-000000000000')).json).toEqual(gone.json);
    const impossible = await list(workspace, '?since_id=x');
    expect([impossible.status, impossible.json]).toEqual([500, { error: 'cursor lookup failed' }]);
  });

  test.each(['0', '-1', '1.5', 'x', '9223372036854775808'])(
    'since_secs=%s is refused, before the cursor',
    async (value) => {
      const { workspace } = await withRows(0);
      const refused = await list(workspace, `?since_secs=${value}&since_id=x&source=y`);
      expect([refused.status, refused.json]).toEqual([
        400,
        { error: 'since_secs must be a positive integer' },
      ]);
    },
  );

  test('since_secs is clamped, and applies together with the cursor', async () => {
    const { workspace, ids } = await withRows(3);
    await world.sql(
      `UPDATE activity_logs SET created_at = created_at - interval '40 days' WHERE id = '${ids[2]}'`,
    );
    expect((await list(workspace, '?since_secs=9223372036854775807')).json).toHaveLength(2);
    expect((await list(workspace, `?since_secs=60&since_id=${ids[2]}`)).json).toHaveLength(2);
    expect((await list(workspace, `?since_secs=60&since_id=${ids[1]}`)).json).toHaveLength(0);
  });

  test('source, type and limit select rows', async () => {
    const { workspace, ids } = await withRows(3);
    await world.sql(`UPDATE activity_logs SET source_id = NULL WHERE id = '${ids[0]}'`);
    expect((await list(workspace, '?source=canvas')).json).toHaveLength(1);
    expect((await list(workspace, '?source=agent')).json).toHaveLength(2);
    expect((await list(workspace, '?source=x')).json).toEqual({
      error: "source must be 'canvas' or 'agent'",
    });
    expect((await list(workspace, '?type=error')).json).toEqual([]);
    expect((await list(workspace, '?limit=0')).json).toHaveLength(3);
    expect((await list(workspace, '?limit=2')).json).toHaveLength(2);
  });

  test('R3 checks peer_id and before_ts, include=peer_info names the peer', async () => {
    const { workspace } = await withRows(1);
    expect((await list(workspace, '?peer_id=x')).json.error).toBe('peer_id must be a UUID');
    expect((await list(workspace, '?before_ts=yesterday')).json.error).toMatch(
      /^before_ts must be an RFC3339/,
    );
    expect((await list(workspace, '?before_ts=2020-01-01T00:00:00Z')).json).toEqual([]);
    expect((await list(workspace, `?peer_id=${workspace.id}`)).json).toHaveLength(1);
    const peer = await world.join();
    await log(workspace, { activity_type: 'a2a_send', target_id: peer.id });
    expect((await list(workspace, '?include=peer_info&type=a2a_send')).json).toMatchObject([
      { peer_name: 'N' },
    ]);
  });

  test('an admin gets an empty list for an unknown workspace and 500 for an impossible one', async () => {
    const get = (id: string) => world.call('GET', `/workspaces/${id}/activity`, { bearer: ADMIN });
    expect((await get('00000000-0000-4000-8000-000000000000')).json).toEqual([]);
    expect([(await get('x')).status, (await get('x')).json]).toEqual([500, { error: 'query failed' }]);
  });

  test('a stranger is refused', async () => {
    const { workspace } = await withRows(0);
    const other = await world.join();
    const get = (bearer?: string) =>
      world.call('GET', `/workspaces/${workspace.id}/activity`, bearer === undefined ? {} : { bearer });
    expect((await get()).json).toEqual({ error: 'missing workspace auth token' });
    expect((await get(other.token)).json).toEqual({ error: 'invalid workspace auth token' });
  });
});

describe('writing the log (C.2)', () => {
  test('a row comes back with its documents, big numbers unharmed', async () => {
    const workspace = await world.join();
    const body =
      '{"activity_type":"task_update","metadata":{"n":12345678901234567890},"duration_ms":5,"method":"m"}';
    const path = `/workspaces/${workspace.id}/activity`;
    expect((await world.call('POST', path, { bearer: workspace.token, body })).json).toEqual({
      status: 'logged',
    });
    const listed = await list(workspace);
    expect(listed.text).toContain('"request_body":{"n":12345678901234567890}');
    expect(listed.json[0]).toMatchObject({
      source_id: workspace.id,
      status: 'ok',
      duration_ms: 5,
      error_detail: null,
    });
    expect(listed.json[0]).not.toHaveProperty('response_body');
  });

  test.each([
    [{}, 400, 'invalid request body'],
    [{ activity_type: 7 }, 400, 'invalid request body'],
    [{ activity_type: 'agent_log', duration_ms: 'x' }, 400, 'invalid request body'],
    [{ activity_type: 'delegation' }, 400, /^invalid activity_type, must be one of: a2a_send, /],
    [
      { activity_type: 'error', source_id: '00000000-0000-4000-8000-000000000000' },
      403,
      /^source_id must match/,
    ],
    [{ activity_type: 'error', target_id: 'x' }, 400, 'target_id must be a UUID'],
  ])('%j is refused', async (body, status, error) => {
    const refused = await log(await world.join(), body);
    expect([refused.status, refused.json.error]).toEqual([status, expect.stringMatching(error)]);
  });

  test('logged is not said without a row', async () => {
    const path = '/workspaces/00000000-0000-4000-8000-000000000000/activity';
    const unknown = await world.call('POST', path, { bearer: ADMIN, body: { activity_type: 'error' } });
    expect([unknown.status, unknown.json]).toEqual([404, { error: 'workspace not found' }]);
  });
});

describe('notify (C.3)', () => {
  const send = (workspace: Joined, body: object) =>
    world.call('POST', `/workspaces/${workspace.id}/notify`, { bearer: workspace.token, body });

  test('is a row, an event and a chat message, its preview cut between characters', async () => {
    const workspace = await world.join();
    const heard: string[] = [];
    world.platform.broadcaster.on(workspace.id, ({ event }) => heard.push(event));
    const text = 'é'.repeat(100);
    const attachments = [{ uri: 'file:///a.png', name: 'a.png', size: -1 }];
    expect((await send(workspace, { message: text, attachments })).json).toEqual({ status: 'sent' });
    expect(heard).toEqual(['AGENT_MESSAGE']);
    const [row] = (await list(workspace)).json;
    expect(row).toMatchObject({
      method: 'notify',
      source_id: null,
      summary: `Agent message: ${'é'.repeat(80)}…`,
    });
    expect(row.response_body.parts).toEqual([
      { kind: 'file', file: { uri: 'file:///a.png', name: 'a.png' } },
    ]);
    const history = await world.call('GET', `/workspaces/${workspace.id}/chat-history`, {
      bearer: workspace.token,
    });
    expect(history.json.messages).toMatchObject([
      { role: 'agent', content: text, attachments: [{ name: 'a.png' }] },
    ]);
  });

  test('needs a message and complete attachments', async () => {
    const workspace = await world.join();
    expect((await send(workspace, { message: '' })).json).toEqual({ error: 'message is required' });
    const attachments = [
      { uri: 'x', name: 'y' },
      { uri: '', name: 'y' },
    ];
    expect((await send(workspace, { message: 'm', attachments })).json).toEqual({
      error: 'attachment[1]: uri and name are required',
    });
  });
});
