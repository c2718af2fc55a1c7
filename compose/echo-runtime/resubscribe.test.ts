import { expect, it } from 'vitest';
import { sendBody, startTestRuntime, type TestRuntime } from './testing.ts';

it.each(['0.2', '0.3', '1.x'] as const)('a task of %s can be resubscribed while it works', async (line) => {
  await using runtime = await startTestRuntime(line);
  const id = await startSlowTask(runtime, 200);
  const events = (await runtime.post('a', rpc('tasks/resubscribe', { id }))).text;
  expect(events).toContain('"state":"completed"');
  expect(events).toContain('echo: hello');
});

it.each(['0.2', '0.3', '1.x'] as const)('a task of %s can be cancelled while it works', async (line) => {
  await using runtime = await startTestRuntime(line);
  const id = await startSlowTask(runtime, 2_000);
  const reply = await runtime.post('a', rpc('tasks/cancel', { id }));
  expect(reply.body).toMatchObject({ result: { id, status: { state: 'canceled' } } });
});

async function startSlowTask(runtime: TestRuntime, delayMs: number): Promise<string> {
  await runtime.setUp('a', { answer: 'task', mode: 'slow', delayMs });
  const { params } = sendBody();
  const impatient = sendBody({}, { params: { ...params, configuration: { blocking: false } } });
  const { result } = (await runtime.post('a', impatient)).body as { result: { id: string } };
  return result.id;
}

function rpc(method: string, params: unknown) {
  return { jsonrpc: '2.0', id: 'r', method, params };
}
