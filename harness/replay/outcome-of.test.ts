import { describe, expect, it, test } from 'vitest';
import { type BulkItem, prepareItem } from './item.ts';
import { outcomeOf } from './outcome-of.ts';
import type { LaneReply } from './sending.ts';

const NONCE = 'ASSAY-abcdefghijklmnopqr';
const PLACEHOLDER = 'ASSAY-NONCE-000000000000';
const JSON_TYPE = { 'content-type': 'application/json' };

function item(more: { id?: string; text?: string; message?: object; params?: object } = {}): BulkItem {
  const { id = '"q1"', text = PLACEHOLDER, message = {}, params = {} } = more;
  const whole = {
    message: { role: 'user', messageId: 'm', parts: [{ kind: 'text', text }], ...message },
    ...params,
  };
  const body = `{"jsonrpc":"2.0","id":${id},"method":"message/send","params":${JSON.stringify(whole)}}`;
  return { id: 'e1', headers: {}, body: Buffer.from(body) };
}

function came(
  request: BulkItem,
  body: string,
  more: Partial<LaneReply> & { readonly isPassedOn?: boolean } = {},
) {
  const reply = { status: 200, headers: JSON_TYPE, durationMs: 1, truncated: false, body: Buffer.from(body) };
  return outcomeOf(prepareItem(request), NONCE, { ...reply, ...more });
}

const echo = (text = NONCE, id = '"q1"') =>
  `{"jsonrpc":"2.0","id":${id},"result":{"kind":"message","parts":[{"kind":"text","text":"echo ${text}"}]}}`;
const canned = echo('Hello, how can I help?');

test('a nonce that came back in the words of an agent, or in its task, is `answered`, and no more than that', () => {
  expect(came(item(), echo())).toEqual({ outcome: 'answered' });
  const status = { state: 'completed', message: { parts: [{ kind: 'text', text: NONCE }] } };
  const task = { jsonrpc: '2.0', id: 'q1', result: { kind: 'task', status } };
  expect(came(item(), JSON.stringify(task)).outcome).toBe('answered');
});

test('a nonce that only the history of a task repeats is no answer', () => {
  const history = [{ role: 'user', parts: [{ kind: 'text', text: NONCE }] }];
  const task = {
    jsonrpc: '2.0',
    id: 'q1',
    result: { kind: 'task', status: { state: 'completed' }, history },
  };
  expect(came(item(), JSON.stringify(task)).outcome).toBe('unanswered');
});

test('a canned answer to a text with the nonce is `unanswered`', () => {
  expect(came(item(), canned)).toMatchObject({
    outcome: 'unanswered',
    note: expect.stringContaining('something else'),
  });
});

test.each([
  ['without a nonce', item({ text: 'hello' })],
  [
    'with the nonce where no agent repeats it',
    item({ text: 'hello', message: { metadata: { n: PLACEHOLDER } } }),
  ],
])('a result for a request %s is `unknown`', (_name, request) => {
  expect(came(request, canned)).toMatchObject({ outcome: 'unknown' });
});

test('a task at work is `unknown` for a sender who would not wait, and `unanswered` for one who would', () => {
  const task = '{"jsonrpc":"2.0","id":"q1","result":{"kind":"task","status":{"state":"working"}}}';
  expect(came(item({ params: { configuration: { blocking: false } } }), task).outcome).toBe('unknown');
  expect(came(item(), task).outcome).toBe('unanswered');
});

test.each(['{"queued":true,"queue_id":"q"}', '{"status":"queued","method":"message/send"}'])(
  '%s is `queued`, and nothing more is known',
  (body) => {
    expect(came(item(), body, { status: 202 }).outcome).toBe('queued');
  },
);

describe('the id of a reply', () => {
  it.each([
    ['9007199254740993', '9007199254740992'],
    ['7', '"7"'],
    ['"q1"', '"q2"'],
    ['"q1"', 'null'],
    ['null', '"q1"'],
    ['0', 'null'],
    ['12345678901234567890123', '12345678901234567890124'],
  ])('%s is not %s, nonce or no nonce', (sent, replied) => {
    const found = came(item({ id: sent }), echo(NONCE, replied));
    expect(found).toMatchObject({ outcome: 'mismatched', note: expect.stringContaining(replied) });
  });

  it.each(['9007199254740993', '0', '"q1"', 'null', '-1.5'])('%s is itself', (id) => {
    expect(came(item({ id }), echo(NONCE, id)).outcome).toBe('answered');
  });

  it('that is missing is another one', () => {
    expect(came(item(), echo().replace('"id":"q1",', '')).outcome).toBe('mismatched');
  });

  it('is looked at in every event of a stream', () => {
    const body = `data: ${echo()}\n\ndata: ${echo(NONCE, '"q2"')}\n\n`;
    const headers = { 'content-type': 'text/event-stream' };
    expect(came(item(), body, { headers }).outcome).toBe('mismatched');
  });

  it('is not asked of a reply to something that is not JSON-RPC', () => {
    const request = {
      id: 'e1',
      headers: {},
      body: Buffer.from(`{"params":{"message":{"content":"${PLACEHOLDER}"}}}`),
    };
    expect(came(request, echo(NONCE, '"fresh"')).outcome).toBe('answered');
  });
});

describe('what `run` reads otherwise than as a result, a replay does too', () => {
  const events = { headers: { 'content-type': 'text/event-stream' } };
  const state = (name: string) =>
    `{"jsonrpc":"2.0","id":"q1","result":{"kind":"task","status":{"state":"${name}"}}}`;

  it.each([
    ['rejected-loud', '{"jsonrpc":"2.0","id":"q1","error":{"code":-32602,"message":"no"}}', {}],
    ['rejected-loud', '{"error":"invalid JSON"}', { status: 400 }],
    ['rejected-loud', '{"error":"missing auth"}', { status: 401 }],
    ['rejected-opaque', '{}', {}],
    ['rejected-opaque', '<html>', { status: 500 }],
    ['rejected-opaque', '', {}],
    ['rejected-opaque', echo(), { status: 500 }],
    ['rejected-opaque', echo(), { truncated: true }],
    ['rejected-opaque', `data: ${echo()}\n`, events],
    ['rejected-opaque', `data: ${echo()}\n\n`, {}],
    ['answered', `data: ${echo()}\n\n`, events],
    ['answered', `\ufeff${echo()}`, {}],
    ['answered', echo().replace('"result"', '"error":null,"result"'), {}],
    ['failed-task', `data: ${echo()}\n\ndata: ${state('failed')}\n\n`, events],
    [
      'rejected-loud',
      `data: ${echo()}\n\ndata: {"jsonrpc":"2.0","id":"q1","error":{"code":1,"message":"x"}}\n\n`,
      events,
    ],
    ['failed-task', state('failed'), {}],
    ['failed-task', state('rejected'), {}],
    ['failed-task', state('canceled'), {}],
  ] as const)('%s: %s', (outcome, body, more) => {
    expect(came(item(), body, more).outcome).toBe(outcome);
  });

  it.each([
    ['hang', { code: 'HANG', message: 'no complete reply' }],
    ['rejected-opaque', { code: 'UND_ERR_SOCKET', message: 'other side closed' }],
    ['unreachable', { code: 'ECONNREFUSED', message: 'refused', before: 'connection' as const }],
    ['errored', { code: 'UNSENDABLE', message: 'header', before: 'sending' as const }],
  ] as const)('%s: %j', (outcome, failure) => {
    expect(came(item(), '', { status: 0, failure }).outcome).toBe(outcome);
  });
});

test('events that a platform has called JSON are read as events', () => {
  const body = `data: ${echo()}\n\n`;
  expect(came(item(), body, { isPassedOn: true }).outcome).toBe('answered');
  expect(came(item(), body).outcome).toBe('rejected-opaque');
});

test('a refusal of a megabyte is noted in a line', () => {
  const body = JSON.stringify({
    jsonrpc: '2.0',
    id: 'q1',
    error: { code: 1, message: 'x'.repeat(1_000_000) },
  });
  expect(came(item(), body).note?.length).toBeLessThan(400);
});
