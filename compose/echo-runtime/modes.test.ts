import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendBody, startTestRuntime, type TestRuntime } from './testing.ts';

describe.each(['strict', '0.2', '0.3', '1.x'] as const)('the line %s', (line) => {
  let runtime: TestRuntime;
  beforeAll(async () => {
    runtime = await startTestRuntime(line);
  });
  afterAll(() => runtime[Symbol.asyncDispose]());

  it.each(['busy', 'native-session'])('closes the connection without a reply in mode %s', async (mode) => {
    await runtime.setUp(mode, { mode });
    await expect(runtime.post(mode, sendBody())).rejects.toThrow(/other side closed|ECONNRESET/);
    const { arrivals, handed } = await runtime.inbox(mode);
    expect(arrivals).toHaveLength(1);
    expect(handed).toEqual([]);
  });

  it('fails with the status and the body that it was told', async () => {
    await runtime.setUp('failing', { mode: 'failing', status: 503, body: '<h1>down</h1>' });
    const reply = await runtime.post('failing', sendBody());
    expect([reply.status, reply.text]).toEqual([503, '<h1>down</h1>']);
    expect(reply.contentType).toContain('text/html');
    expect((await runtime.inbox('failing')).arrivals).toHaveLength(1);
  });

  it('answers later in mode slow', async () => {
    await runtime.setUp('slow', { mode: 'slow', delayMs: 120 });
    const startedMs = performance.now();
    expect((await runtime.post('slow', sendBody())).text).toContain('echo: hello');
    expect(performance.now() - startedMs).toBeGreaterThanOrEqual(110);
  });

  it('says no more than the beginning of a stream, where it holds, until its sender is gone', async () => {
    await runtime.setUp('held', { answer: 'input-required', hold: true });
    const body = JSON.stringify(sendBody({}, { method: 'message/stream' }));
    const headers = { 'content-type': 'application/json', accept: 'text/event-stream' };
    const gone = new AbortController();
    const { signal } = gone;
    const reply = await fetch(`${runtime.url}/agents/held`, { method: 'POST', headers, body, signal });
    const first = await reply.body?.getReader().read();
    expect(Buffer.from(first?.value ?? []).toString()).toMatch(/"kind":"task"/);
    await expect.poll(async () => (await runtime.inbox('held')).handed.length).toBe(1);
    expect((await runtime.inbox('held')).arrivals[0]?.said).toBeUndefined();
    gone.abort();
    await expect.poll(async () => (await runtime.inbox('held')).arrivals[0]?.said).toBeDefined();
    expect((await runtime.post('held', sendBody())).text).toContain('echo: hello');
  });

  it('gives a URL that refuses connections in mode dead', async () => {
    const { body } = await runtime.setUp('dead', { mode: 'dead' });
    await expect(fetch(String(body.url), { method: 'POST' })).rejects.toMatchObject({
      cause: { code: 'ECONNREFUSED' },
    });
  });

  it('takes a new mode for an agent and keeps its inbox', async () => {
    await runtime.post('changing', sendBody());
    await runtime.setUp('changing', { mode: 'failing' });
    expect((await runtime.post('changing', sendBody())).status).toBe(500);
    await runtime.setUp('changing', {});
    expect((await runtime.post('changing', sendBody())).status).toBe(200);
    expect((await runtime.inbox('changing')).arrivals).toHaveLength(3);
  });

  it('answers with a completed task', async () => {
    await runtime.setUp('task', { answer: 'task' });
    const { result } = (await runtime.post('task', sendBody())).body as { result: WireTask };
    expect(result.kind).toBe('task');
    expect(result.status.state).toBe('completed');
    expect(JSON.stringify(result.status)).toContain('echo: hello');
    expect(JSON.stringify(result.artifacts)).toContain('echo: hello');
    expect(await taskState(runtime, 'task', result.id)).toBe('completed');
  });

  it('asks for input and completes on the next message of the same task', async () => {
    await runtime.setUp('asking', { answer: 'input-required' });
    const first = (await runtime.post('asking', sendBody())).body as { result: WireTask };
    expect(first.result.status.state).toBe('input-required');
    const { id: taskId, contextId } = first.result;
    const next = await runtime.post('asking', sendBody({ messageId: 'm2', taskId, contextId }));
    expect(next.body).toMatchObject({ result: { id: taskId, contextId, status: { state: 'completed' } } });
    const late = await runtime.post('asking', sendBody({ messageId: 'm3', taskId }));
    expect(late.body.error?.code).toBe(TERMINAL_CODE[line]);
  });

  it('refuses an unknown task', async () => {
    const reply = await runtime.post('unknown', sendBody({ taskId: '00000000-0000-4000-8000-000000000000' }));
    expect(reply.body.error?.code).toBe(-32001);
  });

  it('keeps the tasks of one agent from the others', async () => {
    await runtime.setUp('owner', { answer: 'task' });
    const { result } = (await runtime.post('owner', sendBody())).body as { result: WireTask };
    const reply = await runtime.post('stranger', { ...TASKS_GET, params: { id: result.id } });
    expect(reply.body.error?.code).toBe(-32001);
  });

  it('streams working, artifact and the final status of a task', async () => {
    await runtime.setUp('stream', { answer: 'task' });
    const reply = await runtime.post('stream', sendBody({}, { method: 'message/stream' }));
    expect(reply.contentType).toContain('text/event-stream');
    const results = eventsOf(reply.text);
    expect(results.map(({ kind, status }) => `${kind} ${status?.state ?? ''}`.trim())).toEqual([
      'task submitted',
      'status-update working',
      'artifact-update',
      'status-update completed',
    ]);
    expect(results.at(-1)).toMatchObject({ final: true });
  });

  it('streams a message answer as one event', async () => {
    const reply = await runtime.post('one', sendBody({}, { method: 'message/stream' }));
    expect(eventsOf(reply.text)).toMatchObject([{ kind: 'message', parts: [{ text: 'echo: hello' }] }]);
  });
});

describe('an agent in mode naive', () => {
  it.each(['0.2', '0.3'] as const)(
    'throws on a message without parts, told by %s as a failed task',
    async (line) => {
      await using runtime = await startTestRuntime(line);
      await runtime.setUp('naive', { answer: 'naive' });
      const { result } = (await runtime.post('naive', sendBody({ parts: undefined, content: 'hello' })))
        .body as {
        result: WireTask;
      };
      expect(result.status.state).toBe('failed');
      expect(JSON.stringify(result.status)).toContain(
        "Cannot read properties of undefined (reading 'filter')",
      );
      expect((await runtime.inbox('naive')).handed[0]?.reading.parts).toEqual([]);
    },
  );

  it('works on a sound message', async () => {
    await using runtime = await startTestRuntime('0.3');
    await runtime.setUp('naive', { answer: 'naive' });
    expect((await runtime.post('naive', sendBody())).text).toContain('echo: hello');
  });
});

interface WireTask {
  readonly kind: string;
  readonly id: string;
  readonly contextId: string;
  readonly status: { readonly state: string };
  readonly artifacts?: readonly unknown[];
}

interface WireEvent extends Partial<WireTask> {
  readonly final?: boolean;
}

const TASKS_GET = { jsonrpc: '2.0', id: 'g', method: 'tasks/get' };
const TERMINAL_CODE = { strict: -32004, '0.2': -32600, '0.3': -32600, '1.x': -32004 } as const;

async function taskState(runtime: TestRuntime, agent: string, id: string): Promise<string> {
  const { body } = await runtime.post(agent, { ...TASKS_GET, params: { id } });
  return (body as unknown as { result: WireTask }).result.status.state;
}

function eventsOf(text: string): WireEvent[] {
  const lines = text.split('\n').filter((line) => line.startsWith('data: '));
  return lines.map((line) => (JSON.parse(line.slice('data: '.length)) as { result: WireEvent }).result);
}
