import { afterAll, beforeAll, expect, test } from 'vitest';
import { startAgent, type TestAgent } from '../test-support/agent.ts';
import { message, startWorlds, type World, type Worlds } from '../test-support/world.ts';

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

test('what cannot be stored is refused to who polls, and lost aloud for who pushes or notifies (A.5, D)', async () => {
  const polling = await world.join();
  await world.sql(`UPDATE workspaces SET delivery_mode = 'poll' WHERE id = '${polling.id}'`);
  const pushed = await world.join(`${agent.url}/ok`);
  await world.sql('ALTER TABLE activity_logs ADD CONSTRAINT nothing CHECK (false) NOT VALID');
  expect((await world.send(polling.id, message('x'))).status).toBe(503);
  expect((await world.send(pushed.id, message('x'))).status).toBe(200);
  const body = { message: 'x' };
  const notified = await world.call('POST', `/workspaces/${pushed.id}/notify`, {
    bearer: pushed.token,
    body,
  });
  expect(notified.json).toEqual({ status: 'sent' });
  await world.platform.background.settled();
  const { text, headers } = await world.call('GET', '/metrics');
  expect(headers['content-type']).toMatch(/^text\/plain/);
  for (const work of ['activity row', 'notify row'])
    expect(text).toContain(`platform_background_failures_total{work="${work}"} 1`);
  const logged = world.lines.filter((line) => line.includes('background work failed'));
  expect(logged.length).toBeGreaterThanOrEqual(2);
});
