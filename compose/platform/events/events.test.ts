import { once } from 'node:events';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import {
  ADMIN,
  eventually,
  type Joined,
  startWorlds,
  type World,
  type Worlds,
} from '../test-support/world.ts';

interface Heard {
  readonly event: string;
  readonly workspace_id: string;
  readonly timestamp: string;
  readonly payload: Record<string, unknown>;
}

let worlds: Worlds;
let world: World;
const sockets: WebSocket[] = [];

beforeAll(async () => {
  worlds = await startWorlds();
  world = await worlds.start();
});
afterAll(async () => {
  for (const socket of sockets) socket.terminate();
  await worlds[Symbol.asyncDispose]();
});

async function listen(headers: Record<string, string> = {}, on: World = world): Promise<Heard[]> {
  const socket = new WebSocket(`${on.url.replace('http', 'ws')}/ws`, { headers });
  sockets.push(socket);
  const heard: Heard[] = [];
  socket.on('message', (data) => heard.push(JSON.parse(String(data))));
  await once(socket, 'open');
  return heard;
}

async function refusedWith(
  headers: Record<string, string>,
  on: World = world,
): Promise<[number | undefined, string]> {
  const socket = new WebSocket(`${on.url.replace('http', 'ws')}/ws`, { headers });
  socket.on('error', () => undefined);
  const [, response] = await once(socket, 'unexpected-response');
  let text = '';
  for await (const chunk of response) text += chunk;
  return [response.statusCode, text];
}

const beat = (workspace: Joined, body: object = {}) =>
  world.call('POST', '/registry/heartbeat', {
    bearer: workspace.token,
    body: { workspace_id: workspace.id, ...body },
  });

describe('WebSocket (C.4)', () => {
  test('every heartbeat is told, a task only when it changes and then first', async () => {
    const workspace = await world.join();
    await beat(workspace, { current_task: 'a' });
    const heard = await listen();
    await beat(workspace, { current_task: 'a', active_tasks: 1 });
    await beat(workspace, { current_task: 'b', uptime_seconds: 9 });
    await eventually(() => heard.length >= 3);
    expect(heard.map(({ event }) => event)).toEqual([
      'WORKSPACE_HEARTBEAT',
      'TASK_UPDATED',
      'WORKSPACE_HEARTBEAT',
    ]);
    expect(heard[2]).toEqual({
      event: 'WORKSPACE_HEARTBEAT',
      workspace_id: workspace.id,
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      payload: { active_tasks: 0, uptime_seconds: 9 },
    });
  });

  test('an agent hears its relatives, the canvas everyone', async () => {
    const [parent, stranger] = [await world.join(), await world.join()];
    const child = await world.join(undefined, { parent_id: parent.id });
    const asAgent = await listen({ 'x-workspace-id': parent.id, authorization: `Bearer ${parent.token}` });
    const asCanvas = await listen({ authorization: 'Bearer whatever' });
    await beat(stranger);
    await beat(child);
    await eventually(() => asCanvas.some(({ workspace_id }) => workspace_id === child.id));
    await eventually(() => asAgent.length > 0);
    expect(new Set(asAgent.map(({ workspace_id }) => workspace_id))).toEqual(new Set([child.id]));
    expect(asCanvas.some(({ workspace_id }) => workspace_id === stranger.id)).toBe(true);
  });

  test('a socket that names a workspace needs its bearer before the upgrade', async () => {
    const workspace = await world.join();
    const headers = { 'x-workspace-id': workspace.id };
    expect(await refusedWith(headers)).toEqual([401, '{"error":"missing workspace auth token"}']);
    expect(await refusedWith({ ...headers, authorization: `Bearer ${ADMIN}` })).toEqual([
      401,
      '{"error":"invalid workspace auth token"}',
    ]);
    expect(await refusedWith({ 'x-workspace-id': 'x' })).toEqual([500, '{"error":"auth check failed"}']);
    expect(await listen({ 'x-workspace-id': '00000000-0000-4000-8000-000000000000' })).toEqual([]);
  });

  test('the global layers stand before the upgrade', async () => {
    expect(await refusedWith({ origin: 'http://evil.test' })).toEqual([403, '']);
    const tenant = await worlds.start({ MOLECULE_ORG_ID: 'org-1' });
    expect(await refusedWith({}, tenant)).toEqual([
      400,
      expect.stringContaining('TENANT_ORG_HEADER_REQUIRED'),
    ]);
    expect(await refusedWith({ 'x-molecule-org-id': 'other' }, tenant)).toEqual([404, '']);
    expect(await listen({ 'x-molecule-org-id': 'org-1' }, tenant)).toEqual([]);
  });
});

describe('SSE (C.4)', () => {
  test('starts with a ping, then one data line per event', async () => {
    const workspace = await world.join();
    const answer = await request(`${world.url}/workspaces/${workspace.id}/events/stream`, {
      headers: { authorization: `Bearer ${workspace.token}` },
    });
    expect(answer.headers['content-type']).toBe('text/event-stream');
    let text = '';
    answer.body.on('data', (chunk) => {
      text += chunk;
    });
    answer.body.on('error', () => undefined);
    await eventually(() => text.startsWith(': ping\n\n'));
    await beat(workspace);
    await eventually(() => text.includes('WORKSPACE_HEARTBEAT'));
    const data = /^data: (.*WORKSPACE_HEARTBEAT.*)$/m.exec(text)?.[1] ?? '';
    expect(JSON.parse(data)).toEqual({
      type: 'WORKSPACE_HEARTBEAT',
      timestamp: expect.any(Number),
      data: { active_tasks: 0, uptime_seconds: 0 },
    });
    answer.body.destroy();
  });

  test('needs a workspace that exists', async () => {
    const get = (id: string) => world.call('GET', `/workspaces/${id}/events/stream`, { bearer: ADMIN });
    expect((await get('00000000-0000-4000-8000-000000000000')).status).toBe(404);
    expect((await get('x')).json).toEqual({ error: 'failed to verify workspace' });
  });
});

describe('CORS (C.4)', () => {
  test('a foreign origin is 403 with an empty body everywhere, a listed or own one passes', async () => {
    for (const path of ['/health', '/workspaces', '/nothing']) {
      const refused = await world.call('GET', path, { headers: { origin: 'http://evil.test' } });
      expect([refused.status, refused.text]).toEqual([403, '']);
    }
    const listed = await world.call('GET', '/health', { headers: { origin: 'http://localhost:3000' } });
    expect([listed.status, listed.headers['access-control-allow-origin']]).toEqual([
      200,
      'http://localhost:3000',
    ]);
    expect((await world.call('GET', '/health', { headers: { origin: world.url } })).status).toBe(200);
  });
});
