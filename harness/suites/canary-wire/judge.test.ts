import { expect, test } from 'vitest';
import { createRedactor } from '../../support/redaction/redactor.ts';
import { createSender } from '../../wire/sender.ts';
import { serve } from '../../wire/test-support/serve.ts';
import { openTransport } from '../../wire/transmit.ts';
import { judgeWire } from './judge.ts';

/** What a case comes to that saw these two documents arrive. */
async function judged(
  sent: object | undefined,
  forwarded: object | undefined,
  contentType = 'application/json',
) {
  await using server = await serve((_request, response) => response.end('{}'));
  await using transport = openTransport();
  const sender = createSender({ transport, redactor: createRedactor({ secrets: [], key: 'k' }) });
  const request = { method: 'POST', url: server.url, headers: {}, body: Buffer.from('x'), deadlineMs: 5_000 };
  const { exchange } = await sender.send({ purpose: 'replay', ...request });
  const arrived = (document: object, type: string) => ({
    contentType: type,
    body: Buffer.from(JSON.stringify(document)),
  });
  return judgeWire({
    exchange,
    ...(sent && { sent: arrived(sent, 'application/json') }),
    ...(forwarded && { forwarded: arrived(forwarded, contentType) }),
  });
}

test('the same document passes, whatever the order of its members', async () => {
  expect(await judged({ a: 1, b: [2] }, { b: [2], a: 1 })).toMatchObject({
    verdict: 'passed',
    observations: 2,
  });
});

test.each<readonly [string, object | undefined, object | undefined, RegExp]>([
  [
    'a member that only the platform has',
    { a: 1 },
    { a: 1, id: 'x' },
    /^id: canaries send nothing, the platform forwards "x"$/,
  ],
  [
    'a member that only canaries have',
    { a: { b: 1 } },
    { a: {} },
    /^a\.b: canaries send 1, the platform forwards nothing$/,
  ],
  ['another value', { a: [1] }, { a: [2] }, /^a\[0\]: canaries send 1, the platform forwards 2$/],
  ['nothing that arrived directly', undefined, { a: 1 }, /^nothing arrived directly$/],
  ['nothing that was forwarded', { a: 1 }, undefined, /^nothing arrived through the platform$/],
])('%s fails', async (_what, sent, forwarded, actual) => {
  const { verdict, findings } = await judged(sent, forwarded);
  expect(verdict).toBe('failed');
  expect(findings[0]).toMatchObject({ clause: 'A.7', actual: expect.stringMatching(actual) });
});

test('another content type fails', async () => {
  const { findings } = await judged({}, {}, 'application/a2a+json');
  expect(findings[0]?.actual).toBe(
    'content-type: canaries send application/json, the platform forwards application/a2a+json',
  );
});
