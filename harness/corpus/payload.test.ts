import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Fill, Step } from './entry.ts';
import { NONCE_PLACEHOLDER, payloadBytes, payloadTemplate } from './payload.ts';

const folder = await mkdtemp(join(tmpdir(), 'assay-payload-'));
afterAll(() => rm(folder, { recursive: true }));

const NONCE = 'ASSAY-abcdefghij01234567';

async function stepWith(content: string | Uint8Array, fill: readonly Fill[] = []): Promise<Step> {
  const payloadFile = join(folder, 'x.body');
  await writeFile(payloadFile, content);
  const expectation = { outcome: 'delivered', rewrites: [], schema: '0.3' } as const;
  return {
    payload: 'x.body',
    payloadFile,
    headers: {},
    fill,
    expect: expectation,
    variants: [],
    capture: {},
  };
}

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');

it('sends bytes that need nothing exactly as they are stored', async () => {
  const bytes = Buffer.from([0xff, 0xfe, 0x00, 0x7b, 0xc3, 0x28, 0x0d, 0x0a]);
  expect(Buffer.from(payloadBytes(await stepWith(bytes), { nonce: NONCE }))).toEqual(bytes);
});

it('puts the nonce wherever its placeholder stands, without changing the length', async () => {
  const step = await stepWith(`a ${NONCE_PLACEHOLDER} b ${NONCE_PLACEHOLDER}`);
  const bytes = payloadBytes(step, { nonce: NONCE });
  expect(textOf(bytes)).toBe(`a ${NONCE} b ${NONCE}`);
  expect(bytes.length).toBe(2 * 24 + 5);
});

it('refuses a nonce of another length', async () => {
  const step = await stepWith('x');
  expect(() => payloadBytes(step, { nonce: 'ASSAY-short' })).toThrow(/has 24 bytes/);
});

it('fills every token, the nonce inside a filler included', async () => {
  const fill = [
    { token: '@@A@@', text: '[', times: 3 },
    { token: '@@B@@', text: `${NONCE_PLACEHOLDER},`, times: 2 },
  ];
  const step = await stepWith('@@A@@ @@B@@ @@A@@', fill);
  expect(textOf(payloadBytes(step, { nonce: NONCE }))).toBe(`[[[ ${NONCE},${NONCE}, [[[`);
});

it('refuses to grow beyond 20 MiB before it takes the memory', async () => {
  const step = await stepWith('@@A@@@@A@@', [{ token: '@@A@@', text: 'x'.repeat(64), times: 200_000 }]);
  expect(() => payloadBytes(step, { nonce: NONCE })).toThrow(/would grow to 25600000 bytes/);
});

it('puts captured values in as JSON', async () => {
  const step = await stepWith('{"contextId":"{{contextId}}","n":{{count}},"again":"{{contextId}}"}');
  const captures = { contextId: 'a"b\\c', count: 7 };
  const text = textOf(payloadBytes(step, { nonce: NONCE, captures }));
  expect(JSON.parse(text)).toEqual({ contextId: 'a"b\\c', n: 7, again: 'a"b\\c' });
});

it('refuses to send a value that no reply has given', async () => {
  const step = await stepWith('{{taskId}}');
  expect(() => payloadBytes(step, { nonce: NONCE })).toThrow(
    /\{\{taskId\}\}, which no earlier reply has given/,
  );
});

it('makes fresh bytes on each call of a template', async () => {
  const make = payloadTemplate(await stepWith(NONCE_PLACEHOLDER));
  const first = make({ nonce: NONCE });
  first.fill(0);
  expect(textOf(make({ nonce: NONCE }))).toBe(NONCE);
});
