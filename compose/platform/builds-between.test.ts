import { afterAll, beforeAll, expect, test } from 'vitest';
import { startAgent, type TestAgent } from './test-support/agent.ts';
import { ADMIN, startWorlds, type World, type Worlds } from './test-support/world.ts';

let worlds: Worlds;
let agent: TestAgent;

beforeAll(async () => {
  [worlds, agent] = await Promise.all([startWorlds(), startAgent()]);
});
afterAll(async () => {
  await worlds[Symbol.asyncDispose]();
  await agent[Symbol.asyncDispose]();
});

test.each([
  ['2026-05-01', { history: 404, managed: 201, roots: 200, role: undefined, runtime: 'langgraph' }],
  ['2026-05-15', { history: 200, managed: 201, roots: 200, role: undefined, runtime: 'langgraph' }],
  ['2026-05-23', { history: 200, managed: 422, roots: 200, role: undefined, runtime: 'langgraph' }],
  ['2026-05-27', { history: 200, managed: 422, roots: 403, role: undefined, runtime: 'langgraph' }],
  ['2026-06-04', { history: 200, managed: 422, roots: 403, role: 'user', runtime: 'langgraph' }],
  ['2026-06-06', { history: 200, managed: 422, roots: 403, role: 'user', runtime: 'claude-code' }],
])('a build of %s behaves by the rules of its day: %j', async (day, expected) => {
  const world = await worlds.start({ CONTRACT_REVISION: day });
  expect(await behaviourOf(world)).toEqual(expected);
});

async function behaviourOf(world: World) {
  const [one, other] = [await world.join(`${agent.url}/ok`), await world.join(`${agent.url}/ok`)];
  const params = { message: { messageId: 'm', parts: [{ kind: 'text', text: 'hi' }] } };
  const body = { jsonrpc: '2.0', id: 1, method: 'message/send', params };
  await world.send(one.id, body);
  const arrived = JSON.parse(agent.received.at(-1)?.body ?? '{}');
  const across = await world.send(other.id, body, {
    bearer: one.token,
    headers: { 'x-workspace-id': one.id },
  });
  const history = await world.call('GET', `/workspaces/${one.id}/chat-history`, { bearer: ADMIN });
  const managed = await world.call('POST', '/workspaces', { bearer: ADMIN, body: { name: 'managed' } });
  const stranger = '00000000-0000-4000-8000-000000000000';
  await world.call('POST', '/registry/register', {
    body: { id: stranger, agent_card: {}, url: `${agent.url}/ok` },
  });
  const [row] = await world.sql(`SELECT runtime FROM workspaces WHERE id = '${stranger}'`);
  return {
    history: history.status,
    managed: managed.status,
    roots: across.status,
    role: arrived.params.message.role,
    runtime: row?.runtime,
  };
}
