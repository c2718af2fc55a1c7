import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startAgent, type TestAgent } from '../test-support/agent.ts';
import { ADMIN, type Joined, message, startWorlds, type World, type Worlds } from '../test-support/world.ts';

const UNKNOWN = '00000000-0000-4000-8000-000000000000';
let worlds: Worlds;
let world: World;
let agent: TestAgent;
let target: Joined;

beforeAll(async () => {
  [worlds, agent] = await Promise.all([startWorlds(), startAgent()]);
  world = await worlds.start();
  target = await world.join(`${agent.url}/ok`);
});
afterAll(async () => {
  await worlds[Symbol.asyncDispose]();
  await agent[Symbol.asyncDispose]();
});

describe('order of evaluation (A.1)', () => {
  test('a reserved caller id is refused before anything else, in any case but its own', async () => {
    const forged = await world.send(UNKNOWN, '{', { headers: { 'x-workspace-id': 'system:cron' } });
    expect([forged.status, forged.json.error]).toEqual([403, 'invalid caller ID']);
    const other = await world.send(target.id, '{', { headers: { 'x-workspace-id': 'System:cron' } });
    expect(other.json.error).toMatch(/hierarchy/);
  });

  test('a caller with a live token must show its own, before the hierarchy is looked at', async () => {
    const caller = await world.join();
    const headers = { 'x-workspace-id': caller.id };
    expect((await world.send(target.id, '{', { headers })).json.error).toBe('missing caller auth token');
    const foreign = await world.send(target.id, '{', { headers, bearer: target.token });
    expect([foreign.status, foreign.json.error]).toEqual([401, 'invalid caller auth token']);
    const stranger = await world.send(target.id, '{', { headers, bearer: caller.token });
    expect([stranger.status, stranger.json.error]).toEqual([
      403,
      'access denied: workspaces cannot communicate per hierarchy rules',
    ]);
  });

  test('a caller without a live token passes whatever its bearer is', async () => {
    const caller = await world.join(undefined, { parent_id: target.id });
    await world.sql(
      `UPDATE workspace_auth_tokens SET revoked_at = now() WHERE workspace_id = '${caller.id}'`,
    );
    const sent = await world.send(target.id, message('grandfathered'), {
      headers: { 'x-workspace-id': caller.id },
      bearer: 'garbage',
    });
    expect(sent.status).toBe(200);
  });

  test('an admin may speak as any workspace in R3', async () => {
    const headers = { 'x-workspace-id': UNKNOWN };
    expect((await world.send(target.id, message('canvas user'), { headers, bearer: ADMIN })).status).toBe(
      200,
    );
  });

  test('an unknown target is 403 for an agent and 404 for the canvas', async () => {
    const asAgent = await world.send(UNKNOWN, message('x'), { bearer: target.token });
    expect([asAgent.status, asAgent.json.error]).toEqual([403, expect.stringMatching(/hierarchy/)]);
    const asCanvas = await world.send(UNKNOWN, message('x'));
    expect([asCanvas.status, asCanvas.json.error]).toEqual([404, 'workspace not found']);
    expect((await world.send('not-a-uuid', message('x'))).status).toBe(404);
  });

  test('an unknown target with malformed JSON is 400', async () => {
    expect((await world.send(UNKNOWN, '{')).json).toEqual({ error: 'invalid JSON' });
  });

  test('a reached budget is 402 before the body is read, a limit of zero always', async () => {
    const { id } = await world.join(`${agent.url}/ok`);
    const limits = '{"weekly":0,"hourly":0,"monthly":-1,"yearly":0,"daily":null}';
    await world.sql(`UPDATE workspaces SET budget_limits = '${limits}' WHERE id = '${id}'`);
    const sent = await world.send(id, '{');
    expect(sent.status).toBe(402);
    expect(sent.json).toEqual({
      error: 'workspace budget limit exceeded',
      exceeded_periods: ['hourly', 'weekly'],
    });
  });

  test('malformed JSON to a poll workspace is 400 and leaves no row', async () => {
    const { id } = await world.join(undefined, { delivery_mode: 'poll' });
    expect((await world.send(id, 'nope')).status).toBe(400);
    expect(await world.sql(`SELECT 1 FROM activity_logs WHERE workspace_id = '${id}'`)).toEqual([]);
  });

  test('a removed target is 404, push and poll', async () => {
    for (const mode of ['push', 'poll']) {
      const { id } = await world.join(undefined, { delivery_mode: mode });
      await world.sql(`UPDATE workspaces SET status = 'removed' WHERE id = '${id}'`);
      expect((await world.send(id, message('x'))).status).toBe(404);
    }
  });

  test('a workspace without a URL is 503 with its status, a hibernated one says when to come back', async () => {
    const { id } = await world.join();
    expect((await world.send(id, message('x'))).json).toEqual({
      error: 'workspace has no URL',
      status: 'awaiting_agent',
    });
    await world.sql(`UPDATE workspaces SET status = 'hibernated' WHERE id = '${id}'`);
    const asleep = await world.send(id, message('x'));
    expect([asleep.status, asleep.headers['retry-after'], asleep.json.waking]).toEqual([503, '15', true]);
  });

  test('a body is cut at one MiB: what is complete by then passes, what is not is invalid JSON', async () => {
    const text = JSON.stringify(message('padded'));
    const padded = text + ' '.repeat(1_200_000);
    expect((await world.send(target.id, padded)).status).toBe(200);
    const tooLong = JSON.stringify(message('y'.repeat(1_048_576)));
    expect((await world.send(target.id, tooLong)).json).toEqual({ error: 'invalid JSON' });
  });

  test('the content type of a request is not judged', async () => {
    for (const type of ['text/plain', 'nonsense', 'application/json; charset=latin1']) {
      const sent = await world.send(target.id, message('typed'), { headers: { 'content-type': type } });
      expect(sent.status).toBe(200);
    }
  });
});

describe('order of evaluation in R1', () => {
  test('two parentless workspaces may speak, an admin may not speak for one of them', async () => {
    const first = await worlds.start({ CONTRACT_REVISION: 'R1' });
    const [one, other] = [await first.join(`${agent.url}/ok`), await first.join(`${agent.url}/ok`)];
    expect((await first.send(other.id, message('sibling'), { bearer: one.token })).status).toBe(200);
    const headers = { 'x-workspace-id': one.id };
    const asAdmin = await first.send(other.id, message('x'), { headers, bearer: ADMIN });
    expect([asAdmin.status, asAdmin.json.error]).toEqual([401, 'invalid caller auth token']);
  });

  test('a single limit at create counts', async () => {
    const first = await worlds.start({ CONTRACT_REVISION: 'R1' });
    const { id } = await first.join(undefined, { budget_limit: 0 });
    const sent = await first.send(id, '{');
    expect([sent.status, sent.json]).toEqual([402, { error: 'workspace budget limit exceeded' }]);
  });
});

describe('hierarchy (A.3)', () => {
  test('an ancestor is heard 33 levels down and not 34', async () => {
    const chain = [target];
    for (let level = 1; level <= 34; level++) {
      chain.push(await world.join(undefined, { name: `level ${level}`, parent_id: chain[level - 1]?.id }));
    }
    const send = (level: number) =>
      world.send(target.id, message('up'), { bearer: chain[level]?.token ?? '' });
    expect((await send(33)).status).toBe(200);
    expect((await send(34)).status).toBe(403);
  });
});
