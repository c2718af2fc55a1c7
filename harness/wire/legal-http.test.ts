import { createServer, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { createRedactor } from '../support/redaction/redactor.ts';
import { listenOn } from './loopback.ts';
import { toldBy } from './reply/told.ts';
import { createSender } from './sender.ts';
import { openTransport } from './transmit.ts';

const transport = openTransport();
afterAll(() => transport[Symbol.asyncDispose]());

const RESULT = '{"jsonrpc":"2.0","id":1,"result":{"text":"super-secret-token"}}';
const CONTINUE = 'HTTP/1.1 100 Continue\r\n\r\n';

function replyOf(body: string | Buffer, headers = ''): Buffer {
  const bytes = Buffer.from(body as string);
  const head = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n${headers}content-length: ${bytes.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), bytes]);
}

/** Answers every request on a connection by `answer`, its bytes as they are. */
async function answering(answer: (socket: Socket) => unknown) {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', () => answer(socket));
  });
  const url = await listenOn(server);
  return { url, [Symbol.dispose]: () => void server.close() };
}

async function ask(url: string) {
  const redactor = createRedactor({ secrets: ['super-secret-token'], key: 'k' });
  const { exchange } = await createSender({ transport, redactor }).send({
    ...{ purpose: 'replay', method: 'POST', url, headers: {}, body: Buffer.from('{}'), deadlineMs: 5_000 },
  });
  return { exchange, told: toldBy(exchange, {}) };
}

test.each([
  ['once', [CONTINUE]],
  ['twice', [CONTINUE, CONTINUE]],
  ['with headers', ['HTTP/1.1 100 Go on\r\nx-a: 1\r\n\r\n']],
  ['in HTTP/1.0', ['HTTP/1.0 100 Continue\r\n\r\n']],
  ['before early hints', [CONTINUE, 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n']],
])(
  'a reply after an unasked 100 Continue (%s) is the reply, on a kept connection too',
  async (_name, interim) => {
    using server = await answering((socket) =>
      socket.write(Buffer.concat([Buffer.from(interim.join('')), replyOf(RESULT)])),
    );
    for (let time = 0; time < 3; time += 1) expect((await ask(server.url)).told.kind).toBe('success');
  },
);

test('an unasked 100 Continue may come in pieces of one byte', async () => {
  using server = await answering(async (socket) => {
    socket.setNoDelay(true);
    for (const byte of Buffer.concat([Buffer.from(CONTINUE), replyOf(RESULT)])) {
      await new Promise((resolve) => socket.write(Buffer.from([byte]), resolve));
    }
  });
  expect((await ask(server.url)).told.kind).toBe('success');
});

test('a body that tells of a 100 Continue keeps it', async () => {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, result: { text: CONTINUE } });
  using server = await answering((socket) => {
    socket.setNoDelay(true);
    const bytes = replyOf(body);
    const at = bytes.indexOf('HTTP/1.1 100');
    socket.write(bytes.subarray(0, at), () => socket.write(bytes.subarray(at)));
  });
  const { exchange } = await ask(server.url);
  expect(exchange.response?.body.content).toBe(body);
});

test('a 100 Continue and nothing after it is no reply', async () => {
  using server = await answering((socket) => socket.end(CONTINUE));
  expect((await ask(server.url)).told).toMatchObject({ kind: 'nothing' });
});

test('a compressed reply is recorded as what was in it, its coding named', async () => {
  using server = await answering((socket) =>
    socket.write(replyOf(gzipSync(RESULT), 'content-encoding: gzip\r\n')),
  );
  const { exchange, told } = await ask(server.url);
  expect(told.kind).toBe('success');
  expect(exchange.response?.headers['content-encoding']).toBe('gzip');
  expect(exchange.response?.body).toMatchObject({ coding: 'gzip', encoding: 'utf8' });
  expect(exchange.response?.body.content).toBe(RESULT.toString());
  expect(toldBy(JSON.parse(JSON.stringify(exchange)), {}).kind).toBe('success');
});

test('a reply whose compression is broken is named so, and blamed on nobody else', async () => {
  using server = await answering((socket) => socket.write(replyOf(RESULT, 'content-encoding: gzip\r\n')));
  expect((await ask(server.url)).told).toMatchObject({
    kind: 'opaque',
    why: expect.stringContaining('not the gzip that its Content-Encoding says'),
  });
});

test.each([
  ['nobody listens', 'http://127.0.0.1:1/', /ECONNREFUSED/],
  ['no such host', 'http://no-such-host.invalid/', /ENOTFOUND|EAI_AGAIN/],
])('a request that found no connection says so: %s', async (_name, url, code) => {
  const { exchange } = await ask(url);
  expect(exchange.failure).toMatchObject({ code: expect.stringMatching(code), before: 'connection' });
});

test('a connection that is taken and dropped was one', async () => {
  using server = await answering((socket) => socket.destroy());
  const { exchange } = await ask(server.url);
  expect(exchange.failure).toBeDefined();
  expect(exchange.failure?.before).toBeUndefined();
});
