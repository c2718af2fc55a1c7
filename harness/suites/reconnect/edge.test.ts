import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { type Edge, openEdge } from './edge.ts';

const SESSION = '/workspaces/w/display/session/websockify';

/** A hop before a server that greets with twelve bytes and then echoes. */
async function standing(): Promise<Edge> {
  const server = createServer((_request, response) => response.end('plain'));
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) => {
    socket.send('RFB 003.008\n');
    socket.on('message', (data) => socket.send(data));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const edge = await openEdge(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  onTestFinished(async () => {
    await edge[Symbol.asyncDispose]();
    for (const client of sockets.clients) client.terminate();
    server.close();
  });
  return edge;
}

function dial(edge: Edge, path = SESSION): WebSocket {
  const socket = new WebSocket(edge.url.replace('http', 'ws') + path);
  socket.on('error', () => undefined);
  onTestFinished(() => socket.terminate());
  return socket;
}

/** `once` would take the error that comes before for a failure. */
function closed(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => socket.once('close', () => resolve()));
}

async function live(edge: Edge): Promise<WebSocket> {
  const socket = dial(edge);
  expect(String((await once(socket, 'message'))[0])).toBe('RFB 003.008\n');
  return socket;
}

test('what passes is left as it is, and only sessions are written down', async () => {
  const edge = await standing();
  const socket = await live(edge);
  socket.send('echo');
  expect(String((await once(socket, 'message'))[0])).toBe('echo');
  expect(await (await fetch(edge.url)).text()).toBe('plain');
  const other = dial(edge, '/ws');
  await once(other, 'open');
  edge.reset();
  await closed(socket);
  expect(other.readyState).toBe(WebSocket.OPEN);
  expect(edge.dials).toEqual([{ nth: 1, fault: 'reset', isOpen: false }]);
});

test('on a dead line nothing arrives, and nothing closes', async () => {
  const edge = await standing();
  const socket = await live(edge);
  edge.blackhole();
  let heard = 0;
  socket.on('message', () => {
    heard += 1;
  });
  socket.send('lost');
  const next = await live(edge);
  next.send('echo');
  await once(next, 'message');
  expect([heard, socket.readyState, edge.dials.map(({ fault }) => fault)]).toEqual([
    0,
    WebSocket.OPEN,
    ['blackhole', undefined],
  ]);
});

test('the next session alone is cut, at the banner before anything of it', async () => {
  const edge = await standing();
  edge.cutNext('banner');
  await closed(dial(edge));
  expect(edge.dials[0]?.fault).toBe('cut at the banner');
  expect((await live(edge)).readyState).toBe(WebSocket.OPEN);
});

test('sessions are refused until they are let in again', async () => {
  const edge = await standing();
  edge.refuse(true);
  for (let nth = 0; nth < 2; nth += 1) await closed(dial(edge));
  edge.refuse(false);
  await live(edge);
  expect(edge.dials.map(({ fault }) => fault)).toEqual(['refused', 'refused', undefined]);
});

test('a session on which nothing passes is ended, one that speaks is not', async () => {
  const edge = await standing();
  const [idle, busy] = [await live(edge), await live(edge)];
  const speaking = setInterval(() => busy.send('x'), 20);
  onTestFinished(() => clearInterval(speaking));
  edge.idleKill(300);
  await closed(idle);
  expect(edge.dials.map(({ fault }) => fault)).toEqual(['idle', undefined]);
  expect(busy.readyState).toBe(WebSocket.OPEN);
});
