import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { callHttp } from './http-client.ts';
import { retryAfterMs } from './retry-after.ts';

const JSON_TEXT = '{"status":"müde"}';

/** Answers one request by these bytes. */
async function ask(...pieces: readonly (string | Buffer)[]) {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(Buffer.concat(pieces.map((piece) => Buffer.from(piece as string)))));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const signal = AbortSignal.timeout(5_000);
  try {
    return await callHttp({ method: 'POST', url, headers: {}, body: '{}', signal });
  } finally {
    server.close();
  }
}

function headOf(bytes: Buffer, headers = ''): string {
  return `HTTP/1.1 200 OK\r\n${headers}content-length: ${bytes.length}\r\n\r\n`;
}

test.each([
  ['identity', Buffer.from(JSON_TEXT)],
  ['gzip', gzipSync(JSON_TEXT)],
  ['x-gzip', gzipSync(JSON_TEXT)],
  ['br', brotliCompressSync(JSON_TEXT)],
  ['deflate', deflateSync(JSON_TEXT)],
  ['Deflate', deflateRawSync(JSON_TEXT)],
  ['gzip, br', brotliCompressSync(gzipSync(JSON_TEXT))],
])('a reply in the coding %s is read', async (coding, bytes) => {
  const { text } = await ask(headOf(bytes, `content-encoding: ${coding}\r\n`), bytes);
  expect(text).toBe(JSON_TEXT);
});

test.each([
  ['rot13', 'content coding "rot13"'],
  ['gzip', 'incorrect header check'],
])('a reply that is not the %s of its header is no reply', async (coding, why) => {
  const bytes = Buffer.from(JSON_TEXT);
  await expect(ask(headOf(bytes, `content-encoding: ${coding}\r\n`), bytes)).rejects.toThrow(why);
});

test.each([
  ['100 Continue', 'HTTP/1.1 100 Continue\r\n\r\n'],
  ['100 twice', 'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n'],
  ['103 Early Hints', 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'],
])('an unasked %s is passed over', async (_name, interim) => {
  const bytes = Buffer.from(JSON_TEXT);
  expect((await ask(interim, headOf(bytes), bytes)).text).toBe(JSON_TEXT);
});

test('a reply in chunks, with a trailer, is read to its end', async () => {
  const head = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n';
  expect((await ask(head, '2\r\n{}\r\n0\r\nx-a: 1\r\n\r\n')).text).toBe('{}');
});

test('a reply that breaks off is no reply', async () => {
  await expect(ask('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{}')).rejects.toThrow('aborted');
});

test('a call that is given up in the middle of a reply rejects, and nothing else breaks', async () => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{'));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const giveUp = new AbortController();
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const call = callHttp({ method: 'GET', url, headers: {}, body: null, signal: giveUp.signal });
  server.once('connection', (socket) => socket.once('data', () => setImmediate(() => giveUp.abort())));
  await expect(call).rejects.toThrow();
  server.close();
});

test.each([
  [429, { 'retry-after': '2' }, '', 2_000],
  [429, { 'retry-after': 'Sat, 28 Nov 2026 10:00:05 GMT' }, '', 5_000],
  [429, {}, '{"retry_after":1.5}', 1_500],
  [429, { 'retry-after': 'soon' }, '', undefined],
  [429, {}, '<p>', undefined],
  [503, { 'retry-after': '2' }, '', undefined],
])('a %s with %o and %s asks to wait %s ms', (status, headers, text, waitMs) => {
  expect(retryAfterMs({ status, headers, text }, Date.parse('2026-11-28T10:00:00Z'))).toBe(waitMs);
});
