import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { validateRegisterUrl } from '../ssrf/register-url.ts';
import { startAgent, type TestAgent } from '../test-support/agent.ts';
import { startControlPlane } from '../test-support/control-plane.ts';
import { ADMIN, message, startWorlds, type World, type Worlds } from '../test-support/world.ts';

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

const rowsOf = async (id: string) => {
  await world.platform.background.settled();
  return world.sql(`SELECT * FROM activity_logs WHERE workspace_id = '${id}'`);
};

describe('a canvas user who claims an id that is no UUID (A.1)', () => {
  const claim = { bearer: ADMIN, headers: { 'x-workspace-id': 'the-canvas' } };

  test('has the row of a push', async () => {
    const { id } = await world.join(`${agent.url}/ok`);
    expect((await world.send(id, message('x'), claim)).status).toBe(200);
    expect(await rowsOf(id)).toMatchObject([{ source_id: null, status: 'ok' }]);
  });

  test('has the row of a poll', async () => {
    const { id } = await world.join(undefined, { delivery_mode: 'poll' });
    expect((await world.send(id, message('x'), claim)).status).toBe(200);
    expect(await rowsOf(id)).toMatchObject([{ source_id: null }]);
  });

  test('is queued behind a busy agent', async () => {
    const { id } = await world.join(`${agent.url}/reset`);
    expect((await world.send(id, message('x'), claim)).status).toBe(202);
  });
});

test('a refused poll delivery says its charset as every body of the platform does (A.9)', async () => {
  const broken = await worlds.start();
  const { id } = await broken.join(undefined, { delivery_mode: 'poll' });
  await broken.sql('ALTER TABLE activity_logs RENAME TO gone');
  const answer = await broken.send(id, message('x'));
  expect([answer.status, answer.headers['content-type']]).toEqual([503, 'application/json; charset=utf-8']);
});

test.each([600, 799, 999])('an agent that answers %i is passed on (A.9)', async (status) => {
  const { id } = await world.join(`${agent.url}/status/${status}`);
  const answer = await world.send(id, message('x'));
  expect([answer.status, answer.json]).toEqual([status, { error: 'the agent says so' }]);
});

test('credentials in a URL reach the agent, and neither row nor log', async () => {
  const { id } = await world.join(`${agent.url.replace('//', '//user:p%40ss@')}/reset`);
  await world.send(id, message('x'));
  const refused = await world.join('http://user:p%40ss@localhost:1/');
  expect((await world.send(refused.id, message('x'))).status).toBe(502);
  const [row] = await rowsOf(refused.id);
  expect(row?.error_detail).toContain('Post "http://localhost:1/"');
  expect(JSON.stringify([row, await rowsOf(id), world.lines])).not.toContain('p%40ss');
});

test('a message to a hibernated workspace wakes it, once (A.6)', async () => {
  await using controlPlane = await startControlPlane();
  const on = await worlds.start({ MOLECULE_CP_URL: controlPlane.url });
  const { id } = await on.join();
  await on.sql(`UPDATE workspaces SET status = 'hibernated', runtime = 'hermes' WHERE id = '${id}'`);
  const sent = await Promise.all([on.send(id, message('x')), on.send(id, message('y'))]);
  expect(sent.map(({ status }) => status)).toEqual([503, 503]);
  await on.platform.background.settled();
  expect(controlPlane.calls.map(({ path }) => path)).toEqual(['/cp/workspaces/provision']);
  expect(await on.sql(`SELECT status, instance_id FROM workspaces WHERE id = '${id}'`)).toEqual([
    { status: 'provisioning', instance_id: 'i-1' },
  ]);
});

test('the name that is trusted is the name that is dialled (E.5)', async () => {
  const resolve = async () => ['169.254.169.254'];
  const verdict = await validateRegisterUrl('http://metadata.test\\@localhost/', 'self-hosted', resolve);
  expect(verdict).toEqual({ allowed: false, reason: 'url targets a blocked address: link-local' });
});

test('an answer that unzips beyond the cap is cut and its connection is let go (A.7)', async () => {
  const zipped = gzipSync(Buffer.alloc(64_000_000, 0x20), { level: 0 });
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(200, { 'content-encoding': 'gzip' }).end(zipped));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const closed = new Promise<void>((resolve) =>
    server.once('connection', (socket) => socket.once('close', () => resolve())),
  );
  const { id } = await world.join(`http://localhost:${(server.address() as AddressInfo).port}`);
  const answer = await world.send(id, message('x'));
  expect([answer.status, answer.text.length]).toEqual([200, 10_485_760]);
  await closed;
  server.close();
});

test('an idle timeout of more than a timer can hold is long, not short (A.8)', async () => {
  const { id, token } = await world.join(`${agent.url}/slow/50`);
  const beat = { workspace_id: id, runtime_metadata: { idle_timeout_seconds: 3_000_000 } };
  await world.call('POST', '/registry/heartbeat', { bearer: token, body: beat });
  expect((await world.send(id, message('x'))).status).toBe(200);
});
