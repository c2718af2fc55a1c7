import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '../json.ts';
import { startAgent, type TestAgent } from '../test-support/agent.ts';
import { ADMIN, type Joined, message, startWorlds, type World, type Worlds } from '../test-support/world.ts';
import { messagesOf } from './messages.ts';

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

const history = ({ id, token }: Joined, query = '') =>
  world.call('GET', `/workspaces/${id}/chat-history${query}`, { bearer: token });

describe('chat history (D)', () => {
  test('rounds come oldest first, the user before the agent, paged by the first timestamp', async () => {
    const workspace = await world.join(`${agent.url}/text/pong`);
    for (const text of ['one', 'two', 'three']) await world.send(workspace.id, message(text));
    const page = (await history(workspace, '?limit=2')).json;
    expect(page.reached_end).toBe(false);
    expect(page.messages.map((line: { content: string }) => line.content)).toEqual([
      'two',
      'pong',
      'three',
      'pong',
    ]);
    expect(page.messages[0].timestamp).toBe(page.messages[1].timestamp);
    const earlier = (await history(workspace, `?limit=2&before_ts=${page.messages[0].timestamp}`)).json;
    expect([earlier.messages[0].content, earlier.reached_end]).toEqual(['one', true]);
  });

  test('agent callers and other rows are no chat', async () => {
    const parent = await world.join();
    const child = await world.join(`${agent.url}/ok`, { parent_id: parent.id });
    await world.send(child.id, message('work'), { bearer: parent.token });
    expect((await history(child)).json).toEqual({ messages: [], reached_end: true });
  });

  test('an impossible id and time are 400, an unknown workspace is empty, a broken store 502', async () => {
    const get = (id: string, query = '') =>
      world.call('GET', `/workspaces/${id}/chat-history${query}`, { bearer: ADMIN });
    expect((await get('x')).json).toEqual({ error: 'workspace id must be a UUID' });
    const unknown = '00000000-0000-4000-8000-000000000000';
    expect((await get(unknown, '?before_ts=now')).json.error).toMatch(
      /^before_ts must be an RFC3339 timestamp/,
    );
    expect((await get(unknown)).json).toEqual({ messages: [], reached_end: true });
    const broken = await worlds.start();
    await broken.sql('ALTER TABLE activity_logs RENAME TO gone');
    const lost = await broken.call('GET', `/workspaces/${unknown}/chat-history`, { bearer: ADMIN });
    expect([lost.status, lost.json]).toEqual([502, { error: 'chat history unavailable' }]);
  });
});

describe('messages of a row (D)', () => {
  const read = (response: Json, more: object = {}) =>
    messagesOf({ request: undefined, response, status: 'ok', errorDetail: null, ...more });
  const part = (text: string, key = 'kind') => ({ [key]: 'text', text });

  test.each<[Json, string]>([
    [{ result: 'plain' }, 'plain'],
    [{ result: { parts: [part('a'), part('b', 'type')] } }, 'a\nb'],
    [{ result: { parts: [{ root: { text: 'r' } }], artifacts: [{ parts: [part('c')] }] } }, 'r\nc'],
    [{ task: 't' }, 't'],
  ])('%j is read as %j', (response, content) => {
    expect(read(response)).toEqual([{ role: 'agent', content, attachments: [] }]);
  });

  test('errors are system messages', () => {
    expect(read({ error: { message: 'broken' } })).toMatchObject([{ role: 'system', content: 'broken' }]);
    expect(read({ result: 'Agent Error: x' })).toMatchObject([{ role: 'system' }]);
    const failed = { status: 'error', errorDetail: 'refused' };
    expect(read(null, failed)).toMatchObject([{ role: 'system', content: 'refused' }]);
  });

  test('every text part of the user counts, the words of the platform itself do not', () => {
    const said = (...texts: string[]) => ({
      params: { message: { parts: texts.map((text) => ({ text })) } },
    });
    expect(read(null, { request: said('a', '', 'b') })).toMatchObject([{ role: 'user', content: 'a\nb' }]);
    expect(read(null, { request: said('Delegation results are ready: 1') })).toEqual([]);
  });

  test('files are found in both forms, a Task included', () => {
    const parts = [
      { kind: 'file', file: { uri: 'https://h/a/b.png?x=1', mimeType: 'image/png', size: 3 } },
      { url: 'https://h/c', filename: 'd.txt', mediaType: 'text/plain' },
    ];
    const [line] = read({ result: { status: { message: { parts } } } });
    expect(line?.attachments).toMatchObject([
      { uri: 'https://h/a/b.png?x=1', mimeType: 'image/png', size: 3 },
      { uri: 'https://h/c', name: 'd.txt', mimeType: 'text/plain' },
    ]);
  });
});
