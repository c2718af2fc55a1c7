import { expect, it, vi } from 'vitest';
import { sendBody } from './testing.ts';

type Overrides = Record<string, (original: never) => unknown>;

it.each<[name: string, overrides: Overrides, outcome: string]>([
  ['delivered-altered', { 'runtime.handOver': () => shout }, 'echo: HELLO'],
  ['dropped', { 'runtime.handOver': () => () => undefined }, '"text":"echo: "'],
  [
    'failed-task',
    { 'runtime.reply': () => () => ({ form: 'task', state: 'failed', text: 'no' }) },
    '"state":"failed"',
  ],
  ['rejected-opaque', { 'runtime.admit': () => () => HTML }, '<h1>Bad Gateway</h1>'],
])('one replaced function plants the outcome %s', async (_name, overrides, expected) => {
  for (const line of ['strict', '0.3'] as const) {
    const text = await replyUnder(line, overrides);
    expect(text).toContain(expected);
  }
});

it('one replaced function plants the outcome hang', async () => {
  await expect(
    replyUnder('0.3', { 'runtime.admit': () => () => ({ act: 'hang' }) }, {}, 300),
  ).rejects.toThrow(/timeout/i);
});

it('one replaced function lets the strict line accept anything', async () => {
  const text = await replyUnder(
    'strict',
    { 'runtime.validate': () => () => undefined },
    { parts: undefined },
  );
  expect(text).toContain('"result"');
});

const HTML = { act: 'reply', status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' };

function shout(message: { parts: { text: string }[] }): unknown {
  return { ...message, parts: message.parts.map((part) => ({ ...part, text: part.text.toUpperCase() })) };
}

/** Overrides are read when modules load, so each world of modules is a fresh one. */
async function replyUnder(
  line: 'strict' | '0.3',
  overrides: Overrides,
  message = {},
  deadlineMs = 10_000,
): Promise<string> {
  Reflect.set(globalThis, Symbol.for('assay.seams'), overrides);
  vi.resetModules();
  const { startTestRuntime } = await import('./testing.ts');
  await using runtime = await startTestRuntime(line);
  Reflect.deleteProperty(globalThis, Symbol.for('assay.seams'));
  const reply = await fetch(`${runtime.url}/agents/a`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(sendBody(message)),
    signal: AbortSignal.timeout(deadlineMs),
  });
  return reply.text();
}
