import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LineId } from './config.ts';
import { ownHeaders } from './own-headers.ts';
import { SAID_HEADER } from './said.ts';
import { sendBody, startTestRuntime, type TestRuntime } from './testing.ts';

const LINES: readonly LineId[] = ['strict', '0.2', '0.3', '1.x'];

describe.each(LINES)('what line %s answers', (line) => {
  let runtime: TestRuntime;
  beforeAll(async () => {
    runtime = await startTestRuntime(line);
  });
  afterAll(() => runtime[Symbol.asyncDispose]());

  test('is kept as the sender gets it: status, content type and every byte', async () => {
    const reply = await runtime.post('kept', sendBody({ parts: [{ kind: 'text', text: 'ü 😀' }] }));
    expect(await saidTo(runtime, 'kept')).toEqual([
      { status: reply.status, type: reply.contentType, text: reply.text },
    ]);
  });

  test('is kept when it comes as a stream, and when it is a refusal', async () => {
    const stream = await runtime.post('stream', sendBody({}, { method: 'message/stream' }));
    const refusal = await runtime.post('stream', '{"broken');
    expect(stream.text).toMatch(/^(event|id|data): /);
    const said = await saidTo(runtime, 'stream');
    expect(said.map(({ text }) => text)).toEqual([stream.text, refusal.text]);
    expect(said.map(({ status }) => status)).toEqual([stream.status, refusal.status]);
  });
});

test.each(LINES)("line %s answers with headers that are its agent's own, refusals included", async (line) => {
  await using runtime = await startTestRuntime(line);
  await runtime.setUp('failing', { mode: 'failing' });
  await runtime.post('a', sendBody());
  await runtime.post('failing', sendBody());
  for (const agent of ['a', 'failing']) {
    const [arrival] = (await runtime.inbox(agent)).arrivals;
    const own = Object.entries(ownHeaders(agent)).map(([name, value]) => [name.toLowerCase(), value]);
    expect(arrival?.said?.headers).toMatchObject(Object.fromEntries(own));
  }
});

test('a connection that the agent closes has no answer', async () => {
  await using runtime = await startTestRuntime('strict');
  await runtime.setUp('busy', { mode: 'busy' });
  await expect(runtime.post('busy', sendBody())).rejects.toThrow();
  const { arrivals } = await runtime.inbox('busy');
  expect(arrivals.map(({ said }) => said)).toEqual([undefined]);
});

test('who stands before the runtime may tell what it said instead, and nobody else', async () => {
  await using runtime = await startTestRuntime('strict');
  const asked = await fetch(`${runtime.url}/agents/a`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(sendBody()),
  });
  const place = asked.headers.get(SAID_HEADER) ?? '';
  const tell = (path: string) => {
    const head = encodeURIComponent('{"status":201,"headers":{"content-type":"text/ü"}}');
    return fetch(runtime.url + path, { method: 'PUT', headers: { [SAID_HEADER]: head }, body: 'other' });
  };
  expect((await tell('/said/guessed/a/1')).status).toBe(404);
  expect((await tell(place)).status).toBe(204);
  expect(await saidTo(runtime, 'a')).toEqual([{ status: 201, type: 'text/ü', text: 'other' }]);
});

async function saidTo(runtime: TestRuntime, agent: string) {
  const { arrivals } = await runtime.inbox(agent);
  return arrivals.flatMap(({ said }) => {
    if (!said) return [];
    const { status, headers, bodyBase64 } = said;
    return [{ status, type: headers['content-type'], text: Buffer.from(bodyBase64, 'base64').toString() }];
  });
}
