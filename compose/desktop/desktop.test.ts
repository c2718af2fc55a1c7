import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { readConfig } from './config.ts';
import { type RunningDesktop, startDesktop } from './server.ts';

let desktop: RunningDesktop;
beforeAll(async () => {
  desktop = await startDesktop(
    readConfig({ CONTROL_TOKEN: 'control', DESKTOP_FRAME_MS: '5', DESKTOP_HEARTBEAT_MS: '20', PORT: '0' }),
  );
});
afterAll(() => desktop[Symbol.asyncDispose]());

interface Told {
  readonly sessions: readonly object[];
}

const control = async (method: string, path: string, body?: object) => {
  const headers = { authorization: 'Bearer control' };
  const response = await fetch(`${desktop.url}/control/${path}`, {
    ...{ method, headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  return (await response.json()) as Told;
};

/** A client that reads as many bytes as it asks for. */
function client() {
  const socket = new WebSocket(`${desktop.url.replace('http', 'ws')}/websockify`, ['binary']);
  let unread = Buffer.alloc(0);
  socket.on('message', (data: Buffer) => {
    unread = Buffer.concat([unread, data]);
    socket.emit('more');
  });
  const read = async (count: number) => {
    while (unread.length < count) await once(socket, 'more');
    const piece = unread.subarray(0, count);
    unread = unread.subarray(count);
    return piece;
  };
  return { socket, read };
}

async function live() {
  const { socket, read } = client();
  expect(String(await read(12))).toBe('RFB 003.008\n');
  socket.send('RFB 003.008\n');
  expect([...(await read(2))]).toEqual([1, 1]);
  // In odd pieces: the last byte of the handshake comes with the first of a request for a picture.
  socket.send(Buffer.from([1]));
  expect([...(await read(4))]).toEqual([0, 0, 0, 0]);
  socket.send(Buffer.from([1, 3]));
  const init = await read(24);
  await read(init.readUInt32BE(20));
  return { socket, read, width: init.readUInt16BE(0), height: init.readUInt16BE(2) };
}

/** The bits of one row of cells in a raw picture of the whole screen, 4 bytes a pixel. */
function cells(picture: Buffer, width: number, row: number): string {
  return Array.from({ length: 40 }, (_, cell) =>
    picture.readUInt32LE(((row * 8 + 4) * width + cell * 8 + 4) * 4) === 0 ? 0 : 1,
  ).join('');
}

describe('a desktop', () => {
  test('shows a picture that counts, and what was typed and pointed at', async () => {
    const { socket, read, width, height } = await live();
    const key = Buffer.from([4, 1, 0, 0, 0, 0, 0, 0x61]);
    const pointer = Buffer.from([5, 1, 1, 2, 0, 7]);
    socket.send(
      Buffer.concat([
        Buffer.from([0, 0, 0, 0, 0, width >> 8, width & 255, height >> 8, height & 255]),
        key,
        pointer,
      ]),
    );
    const picture = async () => {
      expect((await read(4)).readUInt16BE(2)).toBe(1);
      await read(12);
      return read(width * height * 4);
    };
    const first = await picture();
    expect(Number.parseInt(cells(first, width, 1).slice(0, 32), 2)).toBe(0x61);
    expect(Number.parseInt(cells(first, width, 1).slice(32), 2)).toBe(1);
    expect(cells(first, width, 2)).toBe(
      [(258).toString(2).padStart(16, '0'), (7).toString(2).padStart(16, '0'), '00000001'].join(''),
    );
    socket.send(Buffer.from([3, 0, 0, 0, 0, 0, 0, 1, 0, 1]));
    const second = await picture();
    const count = (bytes: Buffer) => Number.parseInt(cells(bytes, width, 0).slice(0, 32), 2);
    expect(count(second)).toBeGreaterThan(count(first));
    const told = await control('GET', 'journal');
    expect(told).toMatchObject({ keysDown: [0x61], keys: [{ keysym: 0x61, down: true }] });
    socket.terminate();
    await control('DELETE', 'journal');
  });

  test('sends to who waits for a change only what changes', async () => {
    const { socket, read, width } = await live();
    socket.send(Buffer.from([1, 0, 0, 0, 0, 0, 1, 0, 1]));
    expect((await read(4)).readUInt16BE(2)).toBe(2);
    expect([(await read(12)).readUInt16BE(4), 320 * 24]).toEqual([320, 7680]);
    await read(320 * 24 * 4);
    expect((await read(12)).readUInt16BE(4)).toBe(width);
    socket.terminate();
  });

  test('ends a session that says what nobody understands, and writes down why', async () => {
    const { socket } = await live();
    socket.send(Buffer.from([1, 0, 0, 0, 0, 0, 1, 0, 1, 99]));
    expect((await once(socket, 'close'))[0]).toBe(1002);
    const { sessions } = await control('GET', 'journal');
    expect(sessions.at(-1)).toMatchObject({ stage: 'live', gaveUp: 'a message of type 99' });
  });

  test('pings its sessions', async () => {
    const { socket } = client();
    for (let pings = 0; pings < 3; pings += 1) await once(socket, 'ping');
    socket.terminate();
  });

  test('misbehaves as it is told, and is sound again when its journal is emptied', async () => {
    await control('PUT', 'behaviour', { behaviour: 'garbage' });
    expect(String((await once(client().socket, 'message'))[0])).toMatch(/^this is no desktop/);
    await control('PUT', 'behaviour', { behaviour: 'refusing' });
    const { socket } = client();
    socket.on('error', () => undefined);
    expect((await once(socket, 'unexpected-response'))[1].statusCode).toBe(503);
    expect(await control('PUT', 'behaviour', { behaviour: 'odd' })).toEqual({ error: 'no behaviour: odd' });
    await control('DELETE', 'journal');
    const { socket: again } = await live();
    again.terminate();
  });

  test('tells nobody what happened who has not its token', async () => {
    expect((await fetch(`${desktop.url}/control/journal`)).status).toBe(401);
    expect(await (await fetch(`${desktop.url}/health`)).json()).toEqual({ status: 'ok' });
  });
});
