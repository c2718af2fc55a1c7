import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { differences } from '../document/compare.ts';
import { nodeAt } from '../document/pointer.ts';
import { agentWords } from './agent-words.ts';
import { readReply, type Told, toldInWords } from './told.ts';

const RESULT = '{"jsonrpc":"2.0","id":1,"result":{"kind":"message","parts":[{"kind":"text","text":"hi"}]}}';
const JSON_TYPE = { 'content-type': 'application/json' };
const EVENTS_TYPE = { 'content-type': 'text/event-stream; charset=utf-8' };

function told(body: string | Buffer, more: { status?: number; headers?: Record<string, string> } = {}): Told {
  const { status = 200, headers = JSON_TYPE } = more;
  return readReply({ status, headers, body: Buffer.from(body as string) }, true);
}

const event = (state: string, final = true) =>
  `data: {"jsonrpc":"2.0","id":1,"result":{"kind":"status-update","status":{"state":"${state}"},"final":${final}}}\n\n`;
const task = (state: string) =>
  `{"jsonrpc":"2.0","id":1,"result":{"kind":"task","status":{"state":"${state}"}}}`;

describe('a body in legal HTTP is understood', () => {
  test.each([
    ['gzip', gzipSync(RESULT)],
    ['x-gzip', gzipSync(RESULT)],
    ['GZIP', gzipSync(RESULT)],
    ['deflate', deflateSync(RESULT)],
    ['deflate', deflateRawSync(RESULT)],
    ['br', brotliCompressSync(RESULT)],
    ['identity', Buffer.from(RESULT)],
    ['deflate, gzip', gzipSync(deflateSync(RESULT))],
  ])('in the content coding %s', (coding, body) => {
    const headers = { ...JSON_TYPE, 'content-encoding': coding };
    expect(told(body, { headers }).kind).toBe('success');
  });

  test('that begins with a byte order mark', () => {
    expect(told(`\ufeff${RESULT}`).kind).toBe('success');
    expect(told(`\ufeffdata: ${RESULT}\n\n`, { headers: EVENTS_TYPE }).kind).toBe('success');
  });

  test('as events with any line ends, comments and fields', () => {
    const stream = `: hello\r\n\r\nid: 1\r\nevent: message\r\ndata:${RESULT}\r\n\r\n: bye`;
    expect(told(stream, { headers: EVENTS_TYPE }).kind).toBe('success');
    expect(told(`data: ${RESULT}\r\r`, { headers: EVENTS_TYPE }).kind).toBe('success');
  });
});

describe('an illegal body is named for what it is', () => {
  test.each([
    ['a body that is not the gzip that its Content-Encoding says', 'gzip', Buffer.from(RESULT)],
    [
      'a body that is not the gzip that its Content-Encoding says (unexpected end of file)',
      'gzip',
      gzipSync(RESULT).subarray(0, 30),
    ],
    ['a body that is not the br that', 'br', Buffer.from(RESULT)],
    ['a body that is not the deflate that', 'deflate', Buffer.from(RESULT)],
    ['content coding "zstd", which we do not know', 'zstd', Buffer.from('x')],
    ['gzip that grows beyond', 'gzip', gzipSync(Buffer.alloc(33 * 1024 * 1024))],
  ])('%s', (words, coding, body) => {
    const found = told(body, { headers: { ...JSON_TYPE, 'content-encoding': coding } });
    expect(found).toMatchObject({ kind: 'opaque', why: expect.stringContaining(words) });
  });

  test.each([
    ['an empty body', ''],
    [
      'a body that is not UTF-8, from byte 9 on',
      Buffer.concat([Buffer.from('{"text":"'), Buffer.from([0xc3, 0x28])]),
    ],
    ['a body in UTF-16', Buffer.from(RESULT, 'utf16le')],
    ['a body in UTF-16', Buffer.from(`\ufeff${RESULT}`, 'utf16le')],
    ['that is not JSON, but HTML or XML: <html>', '<html>'],
    ['that is not JSON but breaks off: {"jsonrpc"', '{"jsonrpc"'],
    ['that is not JSON but breaks off', '{"text":"hel'],
    ['that is not JSON but has something behind it', `${RESULT}${RESULT}`],
    ['that is not JSON, but events without the type text/event-stream', `data: ${RESULT}\n\n`],
    ['that is not JSON: NaN', 'NaN'],
    ['neither `result` nor `error` in its body', '{}'],
    ['neither `result` nor `error` in its body', `[${RESULT}]`],
    ['neither `result` nor `error` in its body', 'null'],
  ])('%s', (words, body) => {
    expect(told(body)).toMatchObject({ kind: 'opaque', why: expect.stringContaining(words) });
  });

  test.each([
    ['a stream without events', ''],
    ['a stream without events', ': ping\n\n'],
    ['a stream that ends in the middle of an event', `data: ${RESULT}\n`],
    ['a stream that ends in the middle of an event', `data: ${RESULT}`],
    ['a stream that ends in the middle of an event', `data: ${RESULT}\n\ndata: {"jsonrpc"`],
    ['an event that is not JSON but breaks off', `data: ${RESULT}\n\ndata: {"json\n\n`],
  ])('%s', (words, body) => {
    const found = told(body, { headers: EVENTS_TYPE });
    expect(found).toMatchObject({ kind: 'opaque', why: expect.stringContaining(words) });
  });
});

describe('a refusal', () => {
  it('is none when `"error": null` stands beside a result', () => {
    expect(told(RESULT.replace('"result"', '"error":null,"result"')).kind).toBe('success');
  });

  it('counts wherever it stands in a stream, even one that is cut after it', () => {
    const refusal = 'data: {"jsonrpc":"2.0","id":1,"error":{"code":-32603,"message":"broke"}}\n\n';
    const stream = `data: ${RESULT}\n\n${refusal}data: {`;
    expect(told(stream, { headers: EVENTS_TYPE })).toMatchObject({ kind: 'refused', cause: 'broke' });
  });

  it('wins over a result beside it', () => {
    const both = RESULT.replace('"result"', '"error":{"code":1,"message":"no"},"result"');
    expect(told(both)).toMatchObject({ kind: 'refused', code: 1, cause: 'no' });
  });

  it('of a megabyte is told in a line', () => {
    const found = told(JSON.stringify({ error: 'x'.repeat(1_000_000) }), { status: 400 });
    expect(toldInWords(found).length).toBeLessThan(400);
  });
});

describe('a task that ended without doing what was asked', () => {
  test.each([
    ...['failed', 'rejected', 'canceled'],
    ...['TASK_STATE_FAILED', 'TASK_STATE_REJECTED', 'TASK_STATE_CANCELED'],
  ])('in the state %s is a failed task, alone and at the end of a stream that began well', (state) => {
    expect(told(task(state))).toMatchObject({ kind: 'failed-task', state });
    const stream = `data: ${RESULT}\n\n${event('working', false)}${event(state)}`;
    expect(told(stream, { headers: EVENTS_TYPE })).toMatchObject({ kind: 'failed-task', state });
  });

  test.each(['completed', 'working', 'input-required', 'auth-required'])(
    'is not one in the state %s',
    (state) => {
      expect(told(task(state)).kind).toBe('success');
    },
  );

  it('is an answer for whoever asked about the task or canceled it', () => {
    const reply = { status: 200, headers: JSON_TYPE, body: Buffer.from(task('canceled')) };
    expect(readReply(reply, false).kind).toBe('success');
  });
});

test('ids above 2^53 keep their digits', () => {
  const found = told('{"jsonrpc":"2.0","id":9007199254740992,"result":{}}');
  if (found.kind !== 'success') throw new Error(found.kind);
  const id = nodeAt(found.envelopes[0]?.document, '/id');
  expect(differences({ digits: '9007199254740992' }, id)).toEqual([]);
  expect(differences({ digits: '9007199254740993' }, id)).toHaveLength(1);
});

test('what an agent said in pieces is one text, and the history of a task is not said by it', () => {
  const piece = (text: string) =>
    `data: {"jsonrpc":"2.0","result":{"artifact":{"parts":[{"text":"${text}"}]}}}\n\n`;
  const history = 'data: {"jsonrpc":"2.0","result":{"history":[{"parts":[{"text":"mine"}]}]}}\n\n';
  const found = told(piece('AS') + piece('SAY') + history, { headers: EVENTS_TYPE });
  if (found.kind !== 'success') throw new Error(found.kind);
  expect(agentWords(found.envelopes)).toBe('ASSAY');
});

describe('events that a platform passed on as JSON (A.9)', () => {
  const body = 'data: {"jsonrpc":"2.0","id":1,"result":{"kind":"message"}}\n\n';
  const reply = { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from(body) };

  it('are read as the events that they are', () => {
    expect(readReply({ ...reply, isPassedOn: true }, true)).toMatchObject({ kind: 'success' });
  });

  it('are illegal when nobody passed them on', () => {
    expect(readReply(reply, true)).toMatchObject({ kind: 'opaque' });
  });
});
