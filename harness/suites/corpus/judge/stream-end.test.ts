import { expect, it } from 'vitest';
import { actuals, DELIVERED } from '../test-support/judging.ts';
import { NONCE, requestWith } from '../test-support/records.ts';

const SENT = { ...requestWith(), method: 'message/stream' };
const MESSAGE = { kind: 'message', parts: [{ kind: 'text', text: NONCE }] };
const ARTIFACT = { kind: 'artifact-update', artifact: { parts: MESSAGE.parts } };

it.each([
  ['a message', [MESSAGE]],
  ['a task that ended', [{ kind: 'task' }, ARTIFACT, status('completed', true)]],
  ['a task that asks', [ARTIFACT, status('input-required', true)]],
  ['a whole task of 1.0', [{ task: { ...MESSAGE, status: { state: 'TASK_STATE_COMPLETED' } } }]],
  ['a message of 1.0', [{ message: MESSAGE }]],
])('a stream may end with %s', (_name, results) => {
  expect(told(results)).toBe('');
});

it.each([
  ['an artifact', [ARTIFACT], 'artifact-update'],
  ['a task at work', [ARTIFACT, status('working', false)], 'status-update'],
  ['a state at rest that is not final', [ARTIFACT, status('completed', false)], 'status-update'],
])('a stream that ends with %s was cut', (_name, results, last) => {
  expect(told(results)).toBe(`the stream ends in the middle: its last event is ${last}`);
});

it('a runtime has to say that it sends events, a platform calls all answers JSON (A.9)', () => {
  expect(told([MESSAGE], 'application/json', 'platform')).toBe('');
  expect(told([MESSAGE], 'application/json', 'direct')).toMatch(/without the type text\/event-stream/);
});

it('a single document is no answer to a streaming call straight to a runtime', () => {
  const reply = JSON.stringify({ jsonrpc: '2.0', id: 'q1', result: MESSAGE });
  const scene = { sent: SENT, reply, contentType: 'application/json' };
  expect(actuals(DELIVERED, scene, { route: 'direct' })).toBe(
    'the answer to a streaming call is of another content type',
  );
});

function status(state: string, final: boolean) {
  return { kind: 'status-update', status: { state }, final };
}

function told(
  results: readonly unknown[],
  contentType = 'text/event-stream',
  route: 'platform' | 'direct' = 'direct',
): string {
  const reply = results
    .map((result) => `data: ${JSON.stringify({ jsonrpc: '2.0', id: 'q1', result })}\n\n`)
    .join('');
  return actuals(DELIVERED, { sent: SENT, reply, contentType }, { route });
}
