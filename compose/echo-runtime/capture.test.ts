import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendBody, startTestRuntime, type TestRuntime } from './testing.ts';

const JSON_BYTES = Buffer.from(JSON.stringify(sendBody()));
const MEGABYTE = Buffer.from(
  JSON.stringify(sendBody({ parts: [{ kind: 'text', text: 'x'.repeat(1_048_576) }] })),
);
const BODIES: readonly [name: string, body: Buffer, headers?: Record<string, string>][] = [
  ['plain', JSON_BYTES],
  ['bom', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), JSON_BYTES])],
  ['invalid-utf8', Buffer.concat([JSON_BYTES, Buffer.from([0xc3, 0x28])])],
  ['utf16', Buffer.from(JSON_BYTES.toString(), 'utf16le')],
  ['nul', Buffer.from([0, 0, 0])],
  ['empty', Buffer.alloc(0)],
  ['duplicate-keys', Buffer.from('{"method":"a","method":"b"}')],
  ['megabyte', MEGABYTE],
  ['gzip', gzipSync(JSON_BYTES), { 'content-encoding': 'gzip' }],
  ['odd-type', JSON_BYTES, { 'content-type': ';;=/' }],
];

describe.each(['strict', '0.2', '0.3', '1.x'] as const)('the line %s', (line) => {
  let runtime: TestRuntime;
  beforeAll(async () => {
    runtime = await startTestRuntime(line);
  });
  afterAll(() => runtime[Symbol.asyncDispose]());

  it.each(BODIES)('keeps a %s body byte for byte', async (name, body, headers) => {
    await runtime.post(name, body, { 'X-Case': name, ...headers });
    const { arrivals } = await runtime.inbox(name);
    expect(arrivals.map(({ bodyBase64 }) => Buffer.from(bodyBase64, 'base64').equals(body))).toEqual([true]);
    expect(arrivals[0]).toMatchObject({
      seq: 1,
      via: 'push',
      path: `/agents/${name}`,
      headers: { 'x-case': name },
    });
  });

  it('takes a megabyte only if its own limits let it', async () => {
    const reply = await runtime.post('big', MEGABYTE);
    expect(reply.status).toBe(line === 'strict' ? 200 : 413);
    if (line !== 'strict') expect(reply.contentType).toContain('text/html');
  });

  it('refuses what exceeds 32 MiB before any line sees it', async () => {
    await runtime.setUp('huge', {});
    const reply = await runtime.post('huge', Buffer.alloc(32 * 1024 * 1024 + 1, 32));
    expect(reply.status).toBe(413);
    expect(reply.body).toEqual({ error: 'body exceeds 33554432 bytes' });
    expect((await runtime.inbox('huge')).arrivals).toEqual([]);
  });

  it('numbers what arrives at one agent and keeps it from the others', async () => {
    await runtime.post('first', sendBody({ messageId: 'a' }));
    await runtime.post('second', sendBody({ messageId: 'b' }));
    await runtime.post('first', sendBody({ messageId: 'c' }));
    const { arrivals, handed } = await runtime.inbox('first');
    expect(arrivals.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(handed.map(({ reading }) => reading.messageId)).toEqual(['a', 'c']);
  });

  it('shows a message that is nested too deeply for JSON.stringify', async () => {
    const deep = '['.repeat(9_000) + ']'.repeat(9_000);
    await runtime.post(
      'deep',
      JSON.stringify(sendBody({ metadata: { deep: 0 } })).replace('"deep":0', `"deep":${deep}`),
    );
    expect((await runtime.control('GET', '/agents/deep/inbox')).status).toBe(200);
  });
});
