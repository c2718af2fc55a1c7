import { createServer } from 'node:net';
import { createGzip, gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createRedactor } from '../support/redaction/redactor.ts';
import { encodedBody } from './content-coding.ts';
import { createSender, type Sending } from './sender.ts';
import { serve } from './test-support/serve.ts';
import { openTransport } from './transmit.ts';

let transport = openTransport();
afterEach(async () => {
  await transport[Symbol.asyncDispose]();
  transport = openTransport();
});

const redactor = createRedactor({ secrets: ['super-secret-token'], key: 'k' });
const sender = (hooks: Partial<Parameters<typeof createSender>[0]> = {}) =>
  createSender({ transport, redactor, requestId: () => 'r-1', ...hooks });

function sending(url: string, more: Partial<Sending> = {}): Sending {
  return {
    purpose: 'replay',
    method: 'POST',
    url,
    headers: {},
    body: Buffer.from('x'),
    deadlineMs: 2_000,
    ...more,
  };
}

describe('what goes over the wire', () => {
  it.each([
    ['no content type', {}, Buffer.from('{"a":1}')],
    [
      'an odd content type',
      { 'content-type': 'text/plain; charset=utf-16' },
      Buffer.from([0xc3, 0x28, 0x00]),
    ],
    ['no bytes', { 'content-type': 'application/json' }, Buffer.alloc(0)],
    ['chunks', { 'transfer-encoding': 'chunked' }, Buffer.from('{"chunked":true}')],
  ])('is exactly what was asked for: %s', async (_name, headers, body) => {
    const seen: { headers: object; body: Buffer }[] = [];
    await using server = await serve((request, response, received) => {
      seen.push({ headers: { ...request.headers }, body: received });
      response.end('{}');
    });
    await sender().send(sending(server.url, { headers, body }));
    expect(seen[0]?.body.equals(body)).toBe(true);
    const framing = 'transfer-encoding' in headers ? {} : { 'content-length': `${body.length}` };
    const rest = { host: new URL(server.url).host, connection: 'keep-alive', 'x-request-id': 'r-1' };
    expect(seen[0]?.headers).toEqual({ ...headers, ...framing, ...rest });
  });

  it('is compressed when the headers say gzip and the payload is not', () => {
    const body = encodedBody(Buffer.from('{"a":1}'), { 'Content-Encoding': 'gzip' });
    expect(gunzipSync(body).toString()).toBe('{"a":1}');
    expect(encodedBody(body, { 'content-encoding': 'gzip' })).toBe(body);
  });

  it('goes to the address given and nowhere else: redirects are replies', async () => {
    await using server = await serve((_request, response) =>
      response.writeHead(302, { location: '/other' }).end(),
    );
    const { exchange } = await sender().send(sending(server.url));
    expect(exchange.response).toMatchObject({ status: 302, headers: { location: '/other' } });
  });
});

describe('what is recorded', () => {
  it('is told before the bytes leave, and again before anybody can judge', async () => {
    const events: string[] = [];
    await using server = await serve((_request, response) => {
      events.push('arrived');
      response.end('{}');
    });
    const hooks = {
      onSend: () => void events.push('sending'),
      onExchange: () => void events.push('recorded'),
    };
    await sender(hooks).send(sending(server.url));
    expect(events).toEqual(['sending', 'arrived', 'recorded']);
  });

  it('has no credential where requests carry them, and bodies as they are until they are written', async () => {
    await using server = await serve((_request, response) =>
      response.end('{"auth_token":"super-secret-token"}'),
    );
    const headers = { authorization: 'Bearer super-secret-token' };
    const sent = await sender().send(sending(`${server.url}/?t=super-secret-token`, { headers }));
    expect(JSON.stringify(sent.exchange.request)).not.toContain('super-secret');
    expect(sent.exchange.request.headers.authorization).toMatch(/^Bearer redacted:/);
    expect(sent.exchange.response?.body.content).toContain('super-secret-token');
  });

  it('is base64 where bytes are not UTF-8', async () => {
    await using server = await serve((_request, response) => response.end(Buffer.from([0xc3, 0x28])));
    const { exchange } = await sender().send(sending(server.url));
    expect(exchange.response?.body).toMatchObject({ encoding: 'base64', content: 'wyg=', bytes: 2 });
  });

  it('is a stream of events as it came', async () => {
    await using server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('data: 1\n\n');
      response.end('data: 2\n\n');
    });
    const { exchange } = await sender().send(sending(server.url));
    expect(exchange.response?.body.content).toBe('data: 1\n\ndata: 2\n\n');
  });

  it('is cut at the cap', async () => {
    await using server = await serve((_request, response) => response.end('0123456789'.repeat(10_000)));
    await using small = openTransport(1_000);
    const { exchange } = await sender({ transport: small }).send(sending(server.url));
    expect(exchange.response?.body).toMatchObject({ bytes: 1_000, truncated: true });
  });
});

describe('what goes wrong', () => {
  it('is a failure with the code of the transport when nobody listens', async () => {
    const { exchange } = await sender().send(sending('http://127.0.0.1:1/'));
    expect(exchange).toMatchObject({ failure: { code: 'ECONNREFUSED' } });
    expect(exchange.response).toBeUndefined();
  });

  it('is a hang when the deadline passes without a head, or in the middle of a body', async () => {
    await using silent = await serve(() => undefined);
    const { exchange } = await sender().send(sending(silent.url, { deadlineMs: 50 }));
    expect(exchange.failure?.code).toBe('HANG');
    await using half = await serve((_request, response) => response.writeHead(200).write('{"re'));
    const cut = await sender().send(sending(half.url, { deadlineMs: 1_000 }));
    expect(cut.exchange).toMatchObject({
      failure: { code: 'HANG' },
      response: { status: 200, body: { content: '{"re' } },
    });
  });

  it('is a failure when the connection drops or the answer is no HTTP', async () => {
    await using dropping = await serve((request) => request.socket.destroy());
    expect((await sender().send(sending(dropping.url))).exchange.failure?.code).toBe('UND_ERR_SOCKET');
    const server = createServer((socket) => socket.resume().end('hello\r\n\r\n'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { exchange } = await sender().send(sending(`http://127.0.0.1:${port}`));
    await new Promise((resolve) => server.close(resolve));
    expect(exchange.failure?.code).toBe('HTTPParserError');
  });
});

describe('a sender that hangs up', () => {
  const FIRST = 'data: {"first":true}\n\n';

  it('has the first event of a stream and leaves the rest, which the other end sees', async () => {
    let gone: (() => void) | undefined;
    const isGone = new Promise<void>((resolve) => {
      gone = resolve;
    });
    await using server = await serve((_request, response) => {
      response.once('close', () => gone?.());
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(`${FIRST}data: {"sec`);
    });
    const { reply, exchange } = await sender().send(sending(server.url, { hangUp: true }));
    expect(reply).toMatchObject({ status: 200, truncated: false, cut: true });
    expect(reply?.body.toString()).toBe(FIRST);
    expect(exchange.response?.cut).toBe(true);
    expect(exchange.failure).toBeUndefined();
    await isGone;
  });

  it('has the first event of a stream that is compressed as it goes', async () => {
    await using server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'content-encoding': 'gzip' });
      const gzip = createGzip();
      gzip.pipe(response);
      gzip.write(`${FIRST}data: {"sec`);
      gzip.flush();
    });
    const { reply } = await sender().send(sending(server.url, { hangUp: true }));
    expect(reply).toMatchObject({ cut: true, coding: 'gzip' });
    expect(reply?.body.toString()).toBe(FIRST);
  });

  it('takes no comment for an event', async () => {
    const first = `: still there\r\n\r\n${FIRST}`;
    await using server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': still there\r\n\r\n');
      setImmediate(() => response.write(`${FIRST}data: {"sec`));
    });
    const { reply } = await sender().send(sending(server.url, { hangUp: true }));
    expect(reply).toMatchObject({ cut: true });
    expect(reply?.body.toString()).toBe(first);
  });

  it('has cut nothing where the stream has ended by itself', async () => {
    await using server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).end(`${FIRST}data: {}\n\n`);
    });
    const { reply, exchange } = await sender().send(sending(server.url, { hangUp: true }));
    expect(reply?.body.toString()).toBe(FIRST);
    expect(exchange.response?.cut).toBeUndefined();
  });

  it('has a reply whole that is no stream, empty lines and all', async () => {
    const text = '{"a":1,\n\n"b":2}';
    await using server = await serve((_request, response) => response.end(text));
    const { reply } = await sender().send(sending(server.url, { hangUp: true }));
    expect(reply?.body.toString()).toBe(text);
  });

  it('has a reply whole that is no stream', async () => {
    await using server = await serve((_request, response) => response.end('{"a":1}'));
    const { reply } = await sender().send(sending(server.url, { hangUp: true }));
    expect(reply?.body.toString()).toBe('{"a":1}');
  });
});
