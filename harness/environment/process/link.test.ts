import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { Scope } from '../../support/scope.ts';
import { rejection } from '../testing.ts';
import { freePort } from './free-port.ts';
import { type Link, openLink } from './link.ts';

const RESET = { code: 'ECONNRESET' };

test('whatever is sent passes both ways, much of it and to the last byte before an end', async () => {
  await using scope = new Scope();
  const { link, service } = await linkTo(scope);
  const client = await reach(link);
  const server = await service();
  const much = Buffer.alloc(8 * 1024 * 1024, 'x');
  server.end(much);
  expect((await all(client)).equals(much)).toBe(true);
  client.end('my turn');
  expect(String(await all(server))).toBe('my turn');
});

test('a reset passes too', async () => {
  await using scope = new Scope();
  const { link, service } = await linkTo(scope);
  const client = await reach(link);
  const server = await service();
  server.resetAndDestroy();
  expect(await errorOf(client)).toMatchObject(RESET);
});

test('cut by reset, a link ends what is open and lets nobody in; healed, it lets them in again', async () => {
  await using scope = new Scope();
  const { link, service } = await linkTo(scope);
  const [client, server] = [await reach(link), await service()];
  const ends = Promise.all([errorOf(client), errorOf(server)]);
  link.cut('reset');
  expect(await ends).toMatchObject([RESET, RESET]);
  expect(await errorOf(connect(link.port, '127.0.0.1'))).toMatchObject(RESET);
  link.heal();
  (await reach(link)).end('again');
  expect(String(await all(await service()))).toBe('again');
});

test('cut by hang, a link keeps what is sent, and hands it on in order once it is healed', async () => {
  await using scope = new Scope();
  const { link, service } = await linkTo(scope);
  const [client, server] = [await reach(link), await service()];
  client.write('before ');
  expect(String((await once(server, 'data'))[0])).toBe('before ');
  link.cut('hang');
  client.write('while ');
  server.write('back');
  const late = await reach(link);
  late.end('late');
  expect(await rejection(once(server, 'data', { signal: AbortSignal.timeout(200) }))).toMatchObject({
    name: 'AbortError',
  });
  const received = all(server);
  link.heal();
  client.end('after');
  expect(String(await received)).toBe('while after');
  expect(String(await all(client, server))).toBe('back');
  expect(String(await all(await service()))).toBe('late');
});

test('an end and a reset are kept back as bytes are', async () => {
  await using scope = new Scope();
  const { link, service } = await linkTo(scope);
  const client = await reach(link);
  const server = await service();
  link.cut('hang');
  client.resetAndDestroy();
  expect(await rejection(once(server, 'close', { signal: AbortSignal.timeout(200) }))).toMatchObject({
    name: 'AbortError',
  });
  const end = errorOf(server);
  link.heal();
  expect(await end).toMatchObject(RESET);
});

test('a service that is not there is told by a reset', async () => {
  await using scope = new Scope();
  const link = scope.use(await openLink());
  expect(await errorOf(connect(link.port, '127.0.0.1'))).toMatchObject(RESET);
  link.aim(await freePort());
  expect(await errorOf(connect(link.port, '127.0.0.1'))).toMatchObject(RESET);
});

test('a link that is closed ends every connection, also those it holds', async () => {
  await using scope = new Scope();
  const { link, service } = await linkTo(scope);
  const [client, server] = [await reach(link), await service()];
  link.cut('hang');
  const late = await reach(link);
  const ends = Promise.all([client, server, late].map(errorOf));
  await link[Symbol.asyncDispose]();
  expect(await ends).toMatchObject([RESET, RESET, RESET]);
});

/** A service that only takes connections, each answered by `service()` in turn, and a link to it. */
async function linkTo(scope: Scope) {
  const accepted: Socket[] = [];
  const server = createServer({ allowHalfOpen: true }, (socket) => accepted.push(socket.on('error', ignore)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  scope.defer(() => {
    for (const socket of accepted) socket.destroy();
    server.close();
  });
  const link = scope.use(await openLink());
  link.aim((server.address() as AddressInfo).port);
  let taken = 0;
  const service = async (): Promise<Socket> => {
    if (accepted.length === taken) await once(server, 'connection');
    taken += 1;
    return accepted[taken - 1] as Socket;
  };
  return { link, service };
}

async function reach(link: Link): Promise<Socket> {
  const socket = connect({ port: link.port, host: '127.0.0.1', allowHalfOpen: true }).on('error', ignore);
  await once(socket, 'connect');
  return socket;
}

/** Everything until the end of a socket; `other` is ended first. */
async function all(socket: Socket, other?: Socket): Promise<Buffer> {
  other?.end();
  const chunks: Buffer[] = [];
  for await (const chunk of socket.iterator({ destroyOnReturn: false })) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function errorOf(socket: Socket): Promise<unknown> {
  const [error] = await once(socket, 'error').catch((reason) => [reason]);
  return error;
}

function ignore(): void {}
