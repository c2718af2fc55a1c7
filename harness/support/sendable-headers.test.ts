import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from 'undici';
import { expect, test } from 'vitest';
import { unsendable } from './sendable-headers.ts';

const BODY = Buffer.from('{}');

const REFUSED: readonly Readonly<Record<string, string>>[] = [
  { 'keep-alive': 'timeout=5' },
  { Expect: '100-continue' },
  { upgrade: 'websocket' },
  { ':method': 'GET' },
  { 'x a': '1' },
  { '': '1' },
  { 'x-ü': '1' },
  { 'x-name': 'Zoë ✓' },
  { 'x-name': '漢字' },
  { 'x-name': 'a\r\nb: c' },
  { 'x-name': 'a\u0000b' },
  { connection: 'upgrade, close\u0007' },
  { 'content-length': '7' },
  { 'content-length': 'two' },
  { Host: 'a', host: 'b' },
];

const SENT: readonly Readonly<Record<string, string>>[] = [
  {},
  { 'content-type': 'application/json; charset="utf-8"' },
  { 'x-name': 'Zoë' },
  { 'x-tab': 'a\tb', 'x-empty': '' },
  { connection: 'close' },
  { 'content-length': '2' },
  { host: 'somewhere.example' },
  { 'a2a-version': '1.0', Authorization: 'Bearer x' },
];

test.each(REFUSED)('a request with %j cannot be sent, and the client agrees', async (headers) => {
  expect(unsendable(headers, BODY.length)).toMatch(/^header `/);
  await expect(sent(headers)).rejects.toThrow();
});

test.each(SENT)('a request with %j can be sent, and arrives', async (headers) => {
  expect(unsendable(headers, BODY.length)).toBeUndefined();
  expect(await sent(headers)).toBe(200);
});

test('what was refused is named with its header', () => {
  expect(unsendable({ Expect: '100-continue' })).toBe(
    'header `Expect` belongs to the connection, and no sender may give it',
  );
});

async function sent(headers: Readonly<Record<string, string>>): Promise<number> {
  const server = createServer((request, response) => request.resume().on('end', () => response.end('{}')));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const client = new Client(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  try {
    const { statusCode, body } = await client.request({ path: '/', method: 'POST', headers, body: BODY });
    await body.dump();
    return statusCode;
  } finally {
    await client.destroy();
    server.close();
  }
}
