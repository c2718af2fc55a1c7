import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestRuntime, type TestRuntime } from './testing.ts';
import { type FakePlatform, REGISTERED, startPlatform, until } from './testing-platform.ts';

let runtime: TestRuntime;
let platform: FakePlatform;
beforeAll(async () => {
  runtime = await startTestRuntime('0.3');
  platform = await startPlatform();
});
afterAll(async () => {
  await runtime[Symbol.asyncDispose]();
  await platform[Symbol.asyncDispose]();
});
beforeEach(() => platform.forget());

describe('the control API', () => {
  it('wants its token everywhere', async () => {
    for (const [method, path] of [
      ['PUT', '/agents/a'],
      ['GET', '/agents'],
      ['GET', '/agents/a/inbox'],
    ] as const) {
      expect((await runtime.control(method, path, {}, 'other')).status).toBe(401);
    }
  });

  it('refuses unknown keys and values by name', async () => {
    const unknown = await runtime.setUp('a', { mod: 'push' });
    expect(unknown.status).toBe(400);
    expect(unknown.text).toContain('mod');
    expect((await runtime.setUp('a', { mode: 'lazy' })).status).toBe(400);
    expect((await runtime.control('PUT', '/agents/a%2Fb', {})).status).toBe(404);
  });

  it('lists agents, forgets them, and shows no inbox of those that it does not know', async () => {
    await runtime.setUp('listed', {});
    expect((await runtime.control('GET', '/agents')).body.agents).toContain('listed');
    expect((await runtime.control('DELETE', '/agents/listed')).body).toEqual({ forgotten: true });
    expect((await runtime.control('GET', '/agents')).body.agents).not.toContain('listed');
    const { status, text } = await runtime.control('GET', '/agents/listed/inbox');
    expect([status, text]).toEqual([404, expect.stringContaining('no agent listed')]);
  });
});

describe('registration', () => {
  it('registers as localhost, then sends one heartbeat with the issued token', async () => {
    const reply = await runtime.setUp('reg', { registration: { ...registration('w1'), requestId: 'req-1' } });
    const url = `http://localhost:${new URL(runtime.url).port}/agents/reg`;
    expect(reply.body).toMatchObject({ agent: 'reg', url, registration: { status: 200, body: REGISTERED } });
    expect(reply.body.heartbeat).toMatchObject({ status: expect.any(Number) });
    const [register, heartbeat] = platform.calls;
    expect(register).toMatchObject({
      path: '/registry/register',
      authorization: 'Bearer given',
      requestId: 'req-1',
      body: { id: 'w1', url, agent_card: { name: 'echo-reg' } },
    });
    expect(heartbeat).toMatchObject({ path: '/registry/heartbeat', authorization: 'Bearer issued' });
    expect(heartbeat?.body).not.toHaveProperty('runtime_metadata');
    expect(platform.calls).toHaveLength(2);
  });

  it('declares the session capability in mode native-session', async () => {
    await runtime.setUp('native', { mode: 'native-session', registration: registration('w2') });
    expect(platform.calls[1]?.body).toMatchObject({ runtime_metadata: { capabilities: { session: true } } });
  });

  it('beats again and again when told so, until the agent is forgotten', async () => {
    await runtime.setUp('beating', { registration: { ...registration('w3'), heartbeatIntervalMs: 10 } });
    await until(() => platform.calls.length > 4);
    const other = await startPlatform();
    const metronome = { platformUrl: other.url, workspaceId: 'w9', bearer: 'given', heartbeatIntervalMs: 10 };
    await runtime.setUp('metronome', { registration: metronome });
    await runtime.control('DELETE', '/agents/beating');
    const beats = platform.calls.length;
    await until(() => other.calls.length > 6);
    expect(platform.calls.length).toBeLessThanOrEqual(beats + 1);
    await runtime.control('DELETE', '/agents/metronome');
    await other[Symbol.asyncDispose]();
  });

  it('hands the refusal of a platform through, and sends no heartbeat then', async () => {
    const reply = await runtime.setUp('refused', { registration: registration('refused') });
    expect(reply.body.registration).toEqual({ status: 401, body: { error: 'invalid workspace auth token' } });
    expect(platform.calls).toHaveLength(1);
  });

  it('tells a platform that cannot be reached by status 0', async () => {
    const { body: dead } = await runtime.setUp('dead', { mode: 'dead' });
    const platformUrl = new URL(String(dead.url)).origin;
    const reply = await runtime.setUp('lonely', { registration: { platformUrl, workspaceId: 'w' } });
    expect(reply.body.registration).toMatchObject({
      status: 0,
      body: { error: expect.stringMatching(/\w/) },
    });
  });

  it('registers the dead port of an agent in mode dead, or the URL that it is given', async () => {
    const dead = await runtime.setUp('dead2', { mode: 'dead', registration: registration('w4') });
    expect(platform.calls[0]?.body).toMatchObject({ url: dead.body.url });
    await runtime.setUp('given', { registration: { ...registration('w5'), url: 'http://localhost:9/x' } });
    expect(platform.calls[2]?.body).toMatchObject({ url: 'http://localhost:9/x' });
  });

  it.each([
    ['busy', {}, 1],
    ['native-session', {}, 1],
    ['busy', { claimsFree: true }, 0],
    ['push', {}, 0],
  ])(
    'says in the heartbeat of a %s agent, registered with %j, that it has %i tasks',
    async (mode, more, tasks) => {
      await runtime.setUp('tasks', { mode, registration: { ...registration('w11'), ...more } });
      expect(platform.calls[1]?.body).toMatchObject({ active_tasks: tasks });
    },
  );

  it('fetches nothing for an agent that polls and is away', async () => {
    const polled = { ...registration('w12'), deliveryMode: 'poll' };
    await runtime.setUp('away', { mode: 'poll', registration: { ...polled, away: true } });
    expect((await runtime.inbox('away')).polls).toBeUndefined();
    await runtime.setUp('away', { mode: 'poll', registration: polled });
    expect((await runtime.inbox('away')).polls).toBeDefined();
    await runtime.control('DELETE', '/agents/away');
  });
});

function registration(workspaceId: string) {
  return { platformUrl: platform.url, workspaceId, bearer: 'given' };
}
