import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LINES } from './config.ts';
import { sendBody, startTestRuntime, type TestRuntime } from './testing.ts';
import { type FakePlatform, startPlatform, until } from './testing-platform.ts';

let runtime: TestRuntime;
let platform: FakePlatform;
beforeAll(async () => {
  runtime = await startTestRuntime('strict');
  platform = await startPlatform();
});
afterAll(async () => {
  await runtime[Symbol.asyncDispose]();
  await platform[Symbol.asyncDispose]();
});
beforeEach(() => platform.forget());

describe('an agent with a port of its own', () => {
  it('refuses while it is away, and nobody else does', async () => {
    const url = await setUp('gone', { ownPort: true });
    expect(await ask(url)).toBe(200);
    await leave('gone');
    expect(await ask(url)).toBe('ECONNREFUSED');
    expect((await runtime.post('bystander', sendBody())).status).toBe(200);
  });

  it('comes back where it was, or at a port that it never had', async () => {
    const url = await setUp('back', { ownPort: true });
    await leave('back');
    expect(await setUp('back', { ownPort: true })).toBe(url);
    expect(await ask(url)).toBe(200);
    await leave('back');
    const other = await setUp('back', { ownPort: true, elsewhere: true });
    expect(other).not.toBe(url);
    expect([await ask(url), await ask(other)]).toEqual(['ECONNREFUSED', 200]);
  });

  it('breaks the connections that are open to it', async () => {
    const url = await setUp('broken', { ownPort: true, mode: 'slow', delayMs: 60_000 });
    const asked = ask(url);
    await until(async () => (await runtime.inbox('broken')).handed.length === 1);
    await leave('broken');
    expect(await asked).toBe('UND_ERR_SOCKET');
  });

  it('goes away with a request in its hands, which agent code never gets', async () => {
    const url = await setUp('asked', { ownPort: true, leaves: 'asked' });
    expect(await ask(url)).toBe('UND_ERR_SOCKET');
    expect(await ask(url)).toBe('ECONNREFUSED');
    const { arrivals, handed } = await runtime.inbox('asked');
    expect([arrivals.length, handed.length]).toEqual([1, 0]);
    expect(await ask(await setUp('asked', { ownPort: true }))).toBe(200);
    expect((await runtime.inbox('asked')).arrivals.map(({ seq }) => seq)).toEqual([1, 2]);
  });
});

it.each(LINES)(
  'an agent of line %s leaves in the middle of its answer, which nobody has noted',
  async (line) => {
    await using own = await startTestRuntime(line);
    const setup = { ownPort: true, leaves: 'answering' };
    const { url } = (await own.setUp('half', setup)).body;
    const reply = await post(`${url}`);
    expect(reply.status).toBe(200);
    await expect(reply.text()).rejects.toThrow();
    const { arrivals, handed } = await own.inbox('half');
    expect([arrivals.length, handed.length]).toEqual([1, 1]);
    expect(arrivals[0]).not.toHaveProperty('said');
  },
);

it.each(LINES)('an agent of line %s knows no task any more when it is back', async (line) => {
  await using own = await startTestRuntime(line);
  await own.setUp('task', { answer: 'input-required' });
  const { result } = (await own.post('task', sendBody())).body as { result?: { id?: string } };
  expect(result?.id).toBeTruthy();
  const get = { jsonrpc: '2.0', id: 'g', method: 'tasks/get', params: { id: result?.id } };
  expect((await own.post('task', get)).body).toHaveProperty('result');
  await own.control('POST', '/agents/task/leave');
  await expect(own.post('task', get)).rejects.toThrow();
  await own.setUp('task', {});
  expect((await own.post('task', get)).body.error).toMatchObject({ code: -32001 });
});

it('a poll client reads on where it was, and takes nothing twice', async () => {
  const registration = { platformUrl: platform.url, workspaceId: 'w1', deliveryMode: 'poll' };
  const setup = { mode: 'poll', registration };
  await runtime.setUp('reader', setup);
  platform.rows.push({ id: 'r1', body: JSON.stringify(sendBody()) });
  await until(async () => (await runtime.inbox('reader')).handed.length === 1);
  await leave('reader');
  platform.rows.push({ id: 'r2', body: JSON.stringify(sendBody({ messageId: 'm2' })) });
  await runtime.setUp('reader', setup);
  await until(async () => (await runtime.inbox('reader')).handed.length === 2);
  const { handed, polls } = await runtime.inbox('reader');
  expect(handed.map(({ reading }) => reading.messageId)).toEqual(['m1', 'm2']);
  expect(polls?.repeated).toBe(0);
});

it('whoever never was there cannot leave', async () => {
  expect((await runtime.control('POST', '/agents/nobody/leave')).status).toBe(404);
});

async function setUp(agent: string, setup: unknown): Promise<string> {
  return `${(await runtime.setUp(agent, setup)).body.url}`;
}

async function leave(agent: string): Promise<void> {
  expect((await runtime.control('POST', `/agents/${agent}/leave`)).status).toBe(200);
}

function post(url: string): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(sendBody()) });
}

/** The status of the answer, or by which error there was none. */
async function ask(url: string): Promise<unknown> {
  try {
    return (await post(url)).status;
  } catch (error) {
    return Reflect.get(Object((error as Error).cause), 'code');
  }
}
