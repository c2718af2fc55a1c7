import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sendBody, startTestRuntime, type TestRuntime } from './testing.ts';

const ROW_BODY = '{"jsonrpc":"2.0","id":9007199254740993,"method":"message/send","params":';

let runtime: TestRuntime;
let platform: FakePlatform;
beforeAll(async () => {
  runtime = await startTestRuntime('0.3');
  platform = await startPlatform();
});
afterAll(async () => {
  await runtime[Symbol.asyncDispose]();
  platform.server.close();
});
beforeEach(() => {
  platform.calls.length = 0;
  platform.rows.length = 0;
  platform.lostCursors.clear();
});

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

  it('lists agents, forgets them, and has an empty inbox for those that it does not know', async () => {
    await runtime.setUp('listed', {});
    expect((await runtime.control('GET', '/agents')).body.agents).toContain('listed');
    expect((await runtime.control('DELETE', '/agents/listed')).body).toEqual({ forgotten: true });
    expect((await runtime.control('GET', '/agents')).body.agents).not.toContain('listed');
    expect(await runtime.inbox('listed')).toEqual({ agent: 'listed', arrivals: [], handed: [] });
  });
});

describe('registration', () => {
  it('registers as localhost, then sends one heartbeat with the issued token', async () => {
    const reply = await runtime.setUp('reg', { registration: { ...registration('w1'), requestId: 'req-1' } });
    const url = `http://localhost:${new URL(runtime.url).port}/agents/reg`;
    expect(reply.body).toEqual({ agent: 'reg', url, registration: { status: 200, body: REGISTERED } });
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
    other.server.close();
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
});

describe('the poll client', () => {
  it('takes rows oldest first, once each, digit for digit, and lets the line have them', async () => {
    addRow('r1', sendBody({ messageId: 'one' }));
    addRow('r2', sendBody({ messageId: 'two' }));
    await poll('poller', 'w6');
    await untilArrived('poller', 2);
    addRow('r3', sendBody({ messageId: 'three' }));
    await untilArrived('poller', 3);
    const { arrivals, handed } = await runtime.inbox('poller');
    expect(arrivals.map(({ via, headers }) => [via, headers['x-activity-id']])).toEqual([
      ['poll', 'r1'],
      ['poll', 'r2'],
      ['poll', 'r3'],
    ]);
    expect(Buffer.from(arrivals[0]?.bodyBase64 ?? '', 'base64').toString()).toBe(platform.rows[0]?.body);
    expect(handed.map(({ reading }) => reading.messageId)).toEqual(['one', 'two', 'three']);
    await until(() => platform.calls.some(({ path }) => path.includes('since_id=r3')));
    await runtime.control('DELETE', '/agents/poller');
    const polls = platform.calls.filter(({ path }) => path.includes('/activity'));
    expect(polls[0]?.path).not.toContain('since_id');
    expect(polls.every(({ authorization }) => authorization === 'Bearer issued')).toBe(true);
  });

  it('starts over without a cursor when the platform has lost it, and takes no row twice', async () => {
    addRow('g1', sendBody({ messageId: 'one' }));
    await poll('gone', 'w7');
    await untilArrived('gone', 1);
    platform.lostCursors.add('g1');
    addRow('g2', sendBody({ messageId: 'two' }));
    await untilArrived('gone', 2);
    const { arrivals } = await runtime.inbox('gone');
    expect(arrivals.map(({ headers }) => headers['x-activity-id'])).toEqual(['g1', 'g2']);
    await runtime.control('DELETE', '/agents/gone');
  });

  it('passes rows without a message, so that no page of them holds it up', async () => {
    platform.rows.push({ id: 'n1', body: 'null' });
    await poll('passes', 'w9');
    await until(() => platform.calls.some(({ path }) => path.includes('since_id=n1')));
    await runtime.control('DELETE', '/agents/passes');
  });

  it('still notes a push that should not have come', async () => {
    await poll('pushed', 'w8');
    await runtime.post('pushed', sendBody());
    expect((await runtime.inbox('pushed')).arrivals).toMatchObject([{ via: 'push' }]);
    await runtime.control('DELETE', '/agents/pushed');
  });
});

const REGISTERED = { status: 'registered', delivery_mode: 'push', auth_token: 'issued' };

interface FakePlatform {
  readonly server: Server;
  readonly url: string;
  readonly calls: { path: string; authorization: unknown; requestId: unknown; body: unknown }[];
  readonly rows: { id: string; body: string }[];
  readonly lostCursors: Set<string>;
}

/** As much of a platform as an agent talks to: registry and activity, on a real socket. */
async function startPlatform(): Promise<FakePlatform> {
  const fake: Omit<FakePlatform, 'url' | 'server'> = { calls: [], rows: [], lostCursors: new Set() };
  const server = createServer(async (request, response) => {
    const body = await jsonOf(request);
    const { authorization, 'x-request-id': requestId } = request.headers;
    fake.calls.push({ path: request.url ?? '', authorization, requestId, body });
    const [status, text] = answer(fake, request, body);
    response.writeHead(status, { 'content-type': 'application/json' }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { ...fake, server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function answer(
  fake: Omit<FakePlatform, 'url' | 'server'>,
  request: IncomingMessage,
  body: unknown,
): [number, string] {
  if (request.url === '/registry/heartbeat') return [200, '{"status":"ok"}'];
  if (request.url === '/registry/register') {
    const refused = (body as { id: string }).id === 'refused';
    return refused ? [401, '{"error":"invalid workspace auth token"}'] : [200, JSON.stringify(REGISTERED)];
  }
  const since = new URL(request.url ?? '', 'http://p').searchParams.get('since_id');
  if (since !== null && fake.lostCursors.has(since)) return [410, '{"error":"since_id cursor not found"}'];
  const after = fake.rows.findIndex(({ id }) => id === since) + 1;
  const rows = since === null ? fake.rows.toReversed() : fake.rows.slice(after);
  const texts = rows.map(({ id, body: text }) => {
    return `{"id":"${id}","activity_type":"a2a_receive","request_body":${text},"response_body":null}`;
  });
  return [200, `[${texts.join(',')}]`];
}

async function jsonOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text === '' ? undefined : JSON.parse(text);
}

function registration(workspaceId: string) {
  return { platformUrl: platform.url, workspaceId, bearer: 'given' };
}

function poll(agent: string, workspaceId: string) {
  return runtime.setUp(agent, {
    mode: 'poll',
    registration: { ...registration(workspaceId), deliveryMode: 'poll' },
  });
}

function addRow(id: string, { params }: ReturnType<typeof sendBody>): void {
  platform.rows.push({ id, body: `${ROW_BODY}${JSON.stringify(params)}}` });
}

function untilArrived(agent: string, count: number): Promise<void> {
  return until(async () => (await runtime.inbox(agent)).handed.length >= count);
}

async function until(reached: () => boolean | Promise<boolean>): Promise<void> {
  const endMs = performance.now() + 5_000;
  while (!(await reached())) {
    if (performance.now() > endMs) throw new Error('not reached within 5 s');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
