import { expect, test } from 'vitest';
import { actuals, DELIVERED, judge } from '../test-support/judging.ts';
import { requestWith } from '../test-support/records.ts';

const task = (state: string) => ({
  jsonrpc: '2.0',
  id: 'q1',
  result: { kind: 'task', id: 't', status: { state } },
});
const sentWith = (configuration?: unknown) => {
  const request = requestWith();
  const params = { ...Object(request.params), ...(configuration !== undefined && { configuration }) };
  return { ...request, params };
};

test.each([
  ['asked not to wait', { blocking: false }],
  ['did not ask to wait', { acceptedOutputModes: [], historyLength: -1 }],
])('an agent may be still at work when its sender %s', (_who, configuration) => {
  for (const state of ['submitted', 'working'])
    expect(judge(DELIVERED, { sent: sentWith(configuration), reply: task(state) }).verdict).toBe('passed');
});

test.each([
  ['the sender asked to wait', { blocking: true }, 'working'],
  ['the sender gave no configuration', undefined, 'working'],
  ['the task has ended', { blocking: false }, 'completed'],
])('the answer has to be there when %s', (_when, configuration, state) => {
  const scene = { sent: sentWith(configuration), reply: task(state) };
  expect(actuals(DELIVERED, scene)).toMatch(/the answer is to something else/);
});

test('in 1.0 an agent is still at work only when its sender would not wait', () => {
  const sent = (configuration: unknown) => ({ ...sentWith(configuration), method: 'SendMessage' });
  const reply = { jsonrpc: '2.0', id: 'q1', result: { task: { status: { state: 'TASK_STATE_WORKING' } } } };
  const schemaless = {
    ...DELIVERED,
    schema: 'none' as const,
    schemaReason: 'the words of 0.3 in a request of 1.0',
  };
  expect(judge(schemaless, { sent: sent({ returnImmediately: true }), reply }).verdict).toBe('passed');
  expect(actuals(schemaless, { sent: sent({ blocking: false }), reply })).toMatch(/to something else/);
});
