import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { openHop } from './hop.ts';

test('a WebSocket goes through a hop in both directions, and ends with it', async () => {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  try {
    await once(server, 'listening');
    server.on('connection', (socket, { url }) =>
      socket.on('message', (data) => socket.send(`${url} ${data}`)),
    );
    const hop = await openHop(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const socket = new WebSocket(`${hop.url.replace('http', 'ws')}/ws?a=1`);
    await once(socket, 'open');
    socket.send('said');
    const [heard] = await once(socket, 'message');
    expect(String(heard)).toBe('/ws?a=1 said');
    const closed = once(socket, 'close');
    await hop[Symbol.asyncDispose]();
    await closed;
  } finally {
    server.close();
  }
});

test('a WebSocket to an address where nothing listens fails', async () => {
  await using hop = await openHop('http://127.0.0.1:1');
  const socket = new WebSocket(`${hop.url.replace('http', 'ws')}/ws`);
  const [error] = await once(socket, 'error');
  expect(String(error)).toMatch(/hang up|ECONNRESET/);
});
