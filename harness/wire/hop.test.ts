import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { openHop } from './hop.ts';
import { openSlicer, piecesOf } from './hop-slices.ts';
import type { HopStyle } from './hop-style.ts';
import { serve } from './test-support/serve.ts';
import { openTransport } from './transmit.ts';

const transport = openTransport();
afterEach(() => transport[Symbol.asyncDispose]());

const SAID = Buffer.from('{"text":"Grüße – 疲れた 👩‍👩‍👧","big":9007199254740993}');

const STYLES: readonly (readonly [string, HopStyle])[] = [
  ['in chunks', { request: { framing: 'chunked' }, reply: { framing: 'chunked' } }],
  ['with a length', { request: { framing: 'length' }, reply: { framing: 'length', reason: 'Fine' } }],
  ['until the connection ends', { reply: { framing: 'until-close' } }],
  ['with a connection that is closed', { reply: { close: 'announced' } }],
  ['with a connection that is gone', { reply: { close: 'unannounced' } }],
  [
    'in capitals',
    { request: { name: (name) => name.toUpperCase() }, reply: { name: (name) => name.toUpperCase() } },
  ],
  ['without a reason', { reply: { reason: '' } }],
  ['after an interim reply', { reply: { earlyHints: true } }],
  ['slowly', { reply: { pauseMs: () => 5 } }],
];

describe('a hop', () => {
  test.each(STYLES)('says the same bytes again, %s, and counts that', async (_how, style) => {
    await using echo = await echoServer();
    await using hop = await openHop(echo.url, style);
    const rounds = [
      await post(hop.url, SAID),
      await post(hop.url, Buffer.alloc(0)),
      await post(hop.url, SAID),
    ];
    expect(rounds.map(({ reply }) => reply?.body)).toEqual([SAID, Buffer.alloc(0), SAID]);
    expect(rounds.map(({ reply }) => reply?.status)).toEqual([200, 200, 200]);
    expect(echo.bodies).toEqual([SAID, Buffer.alloc(0), SAID]);
    expect(hop.hits()).toBeGreaterThanOrEqual(2);
  });

  test('changes nothing and counts nothing when it has no style', async () => {
    await using echo = await echoServer();
    await using hop = await openHop(echo.url);
    const direct = await post(echo.url, SAID);
    const over = await post(hop.url, SAID);
    expect(over.reply?.headers).toMatchObject(withoutConnection(direct.reply?.headers));
    expect(hop.hits()).toBe(0);
  });

  test('writes the names of headers as it is told, on the wire', async () => {
    await using echo = await echoServer();
    await using hop = await openHop(echo.url, { reply: { name: (name) => name.toUpperCase(), reason: '' } });
    const raw = await rawReply(hop.url, 'GET / HTTP/1.1\r\nHost: h\r\n\r\n', '\r\n\r\n');
    const [status = '', ...names] = raw.split('\r\n').map((line) => line.split(':')[0] ?? '');
    expect(status).toBe('HTTP/1.1 200 ');
    expect(names.filter((name) => name !== name.toUpperCase())).toEqual([]);
    expect(names).toContain('X-KEPT');
  });

  test('ends the body with the connection where it is told to', async () => {
    await using echo = await echoServer();
    await using hop = await openHop(echo.url, { reply: { framing: 'until-close' } });
    const raw = await rawReply(hop.url, `POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\n{}`);
    expect(raw).toMatch(/\r\n\r\n\{\}$/);
    expect(raw).not.toMatch(/content-length|transfer-encoding/i);
  });

  test('passes events on one by one, dressed, and all at once where it is told to', async () => {
    await using stream = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('data: 1\n\n');
      response.end('data: ü\n\n');
    });
    await using dressed = await openHop(stream.url, { reply: { event: (event) => `: hello\n${event}` } });
    await using whole = await openHop(stream.url, { reply: { eventsAtOnce: true, framing: 'length' } });
    expect((await post(dressed.url, SAID)).reply?.body.toString()).toBe(
      ': hello\ndata: 1\n\n: hello\ndata: ü\n\n',
    );
    const { reply } = await post(whole.url, SAID);
    expect(reply?.body.toString()).toBe('data: 1\n\ndata: ü\n\n');
    expect(reply?.headers['content-length']).toBe('19');
    expect([dressed.hits(), whole.hits()]).toEqual([1, 1]);
  });

  test('gives the first event on before the last has come', async () => {
    const held: { end(): void }[] = [];
    await using stream = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n');
      held.push(response);
    });
    await using hop = await openHop(stream.url);
    const raw = await rawReply(hop.url, 'GET / HTTP/1.1\r\nHost: h\r\n\r\n', 'data: 1\n\n');
    expect(raw).toContain('data: 1\n\n');
    for (const response of held) response.end();
  });

  test('stands at a place of its own, below a path, and counts all that passes', async () => {
    const paths: unknown[] = [];
    await using server = await serve((request, response) => {
      paths.push(request.url);
      response.end('{}');
    });
    await using hop = await openHop(
      server.url,
      {},
      { host: 'localhost', fromPort: 2_048, path: '/tenants/a' },
    );
    expect(hop.url).toMatch(/^http:\/\/localhost:\d+\/tenants\/a$/);
    await post(`${hop.url}/workspaces?x=1`, SAID);
    expect(paths).toEqual(['/workspaces?x=1']);
    expect(hop.hits()).toBe(1);
  });

  test('takes the next port where one is taken', async () => {
    await using echo = await echoServer();
    await using first = await openHop(echo.url, {}, { fromPort: 2_048 });
    const { port } = new URL(first.url);
    await using second = await openHop(echo.url, {}, { fromPort: Number(port) });
    expect(Number(new URL(second.url).port)).toBeGreaterThan(Number(port));
  });

  test('breaks the connection of whoever asked when no reply comes, or half of one', async () => {
    await using server = await serve(({ url }, response) => {
      if (url === '/half') response.writeHead(200, { 'content-length': '100' }).write('{"half":');
      response.destroy();
    });
    await using hop = await openHop(server.url);
    expect((await post(`${hop.url}/none`, SAID)).failure?.code).toBe('UND_ERR_SOCKET');
    expect((await post(`${hop.url}/half`, SAID)).failure?.code).toBe('UND_ERR_SOCKET');
  });
});

describe.each([
  ['a hop', openHop],
  ['a slicer', openSlicer],
] as const)('%s', (_name, open) => {
  test('takes the request along when whoever asked goes away, and serves the next', async () => {
    const gone: Promise<unknown>[] = [];
    await using server = await serve(({ url, socket }, response) => {
      if (url === '/next') response.end('{}');
      else gone.push(once(socket, 'close'));
    });
    await using hop = await open(server.url);
    const { failure } = await post(`${hop.url}/never`, SAID, 100);
    expect(failure?.code).toBe('HANG');
    await Promise.all(gone);
    expect((await post(`${hop.url}/next`, SAID)).reply?.status).toBe(200);
  });

  test('closes everything when it is disposed, also what is under way', async () => {
    const closed: Promise<unknown>[] = [];
    await using server = await serve(({ socket }) => {
      closed.push(once(socket, 'close'));
    });
    const hop = await open(server.url);
    const asked = post(hop.url, SAID);
    while (closed.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await hop[Symbol.asyncDispose]();
    expect((await asked).failure?.code).toBe('UND_ERR_SOCKET');
    await Promise.all(closed);
    expect((await post(hop.url, SAID)).failure?.code).toBe('ECONNREFUSED');
  });
});

describe('a slicer', () => {
  test('passes every byte on, both ways, and counts what it has cut', async () => {
    await using echo = await echoServer();
    await using slicer = await openSlicer(echo.url);
    const big = Buffer.from('ü'.repeat(200_000));
    expect((await post(slicer.url, big)).reply?.body.equals(big)).toBe(true);
    expect((await post(slicer.url, SAID)).reply?.body).toEqual(SAID);
    expect(echo.bodies.map((body, at) => body.equals([big, SAID][at] ?? big))).toEqual([true, true]);
    expect(slicer.hits()).toBeGreaterThanOrEqual(4);
  });

  test('cuts early bytes one at a time, and inside of characters', () => {
    const pieces = piecesOf(
      Buffer.concat([Buffer.alloc(200, 'a'), Buffer.from('ü'), Buffer.alloc(200, 'b')]),
    );
    expect(Buffer.concat(pieces)).toHaveLength(402);
    expect(pieces.slice(0, 3).map(({ length }) => length)).toEqual([1, 1, 2]);
    expect(pieces.some((piece) => piece.at(-1) === 0xc3)).toBe(true);
    expect(piecesOf(Buffer.from('a'))).toEqual([Buffer.from('a')]);
  });
});

/** Answers with the bytes that it got, and keeps them. */
async function echoServer() {
  const bodies: Buffer[] = [];
  const server = await serve((_request, response, body) => {
    bodies.push(body);
    response.writeHead(200, {
      'content-type': 'application/json',
      'x-kept': '1',
      'content-length': body.length,
    });
    response.end(body);
  });
  return { ...server, bodies };
}

function post(url: string, body: Buffer, deadlineMs = 5_000) {
  const headers = { 'content-type': 'application/json', 'X-Odd': 'kept' };
  return transport.transmit({ method: 'POST', url, headers, body, deadlineMs });
}

/** Everything that comes back over one connection, until `until` is in it or the other side ends. */
async function rawReply(url: string, request: string, until?: string): Promise<string> {
  const { port } = new URL(url);
  const socket = connect(Number(port), '127.0.0.1').setEncoding('utf8');
  socket.write(request);
  try {
    return await readUntil(socket, until);
  } finally {
    socket.destroy();
  }
}

async function readUntil(socket: Socket, until: string | undefined): Promise<string> {
  let text = '';
  for await (const chunk of socket) {
    text += chunk;
    if (until !== undefined && text.includes(until)) return text.slice(0, text.indexOf(until) + until.length);
  }
  return text;
}

function withoutConnection(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  const { connection: _connection, 'keep-alive': _keepAlive, ...kept } = headers;
  return kept;
}
