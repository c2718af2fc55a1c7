import { expect, test } from 'vitest';
import { createRedactor } from '../support/redaction/redactor.ts';
import { Scope } from '../support/scope.ts';
import { heedingLimits, whyLimited } from './rate-limit.ts';
import { createSender } from './sender.ts';
import { serve } from './test-support/serve.ts';
import { openTransport } from './transmit.ts';

const OK = { status: 200, headers: {}, body: 'ok' };

test('what a limiter refuses is sent again after as long as it asks for, and each try is recorded', async () => {
  const { sent, exchanges } = await ask([
    limited({ 'retry-after': '0' }),
    limited({}, { retry_after: 0.05 }),
    OK,
  ]);
  expect(sent.reply?.status).toBe(200);
  expect(exchanges.map(({ response }) => response?.status)).toEqual([429, 429, 200]);
  expect(whyLimited(sent.exchange)).toBeUndefined();
});

test.each([
  ['asks for longer than the deadline', limited({ 'retry-after': '52' }), ' and asks to wait 52 s'],
  ['does not say how long', limited({}), 'answered with 429. Lift its limit'],
  [
    'says it in no way that is known',
    limited({ 'retry-after': 'soon' }),
    'answered with 429. Lift its limit',
  ],
])('a limiter that %s is told of, with what to do', async (_what, answer, words) => {
  const { sent, exchanges } = await ask([answer]);
  expect(exchanges).toHaveLength(1);
  expect(whyLimited(sent.exchange)).toContain(words);
});

test('whoever asks again and again to come again is asked five times', async () => {
  const { sent, exchanges } = await ask(Array.from({ length: 50 }, () => limited({ 'retry-after': '0' })));
  expect(sent.reply?.status).toBe(429);
  expect(exchanges).toHaveLength(5);
});

test('what others than the platform answer is left as it is', async () => {
  const { sent } = await ask([limited({ 'retry-after': '0' }), OK], 'http://127.0.0.1:1');
  expect(sent.reply?.status).toBe(429);
});

function limited(headers: Readonly<Record<string, string>>, body: object = { error: 'rate limit exceeded' }) {
  return { status: 429, headers, body: JSON.stringify(body) };
}

async function ask(answers: readonly ReturnType<typeof limited>[], origin?: string) {
  await using scope = new Scope();
  const left = [...answers];
  const server = scope.use(
    await serve((_request, response) => {
      const { status, headers, body } = left.shift() ?? OK;
      response.writeHead(status, headers).end(body);
    }),
  );
  const exchanges: Awaited<ReturnType<typeof sender.send>>['exchange'][] = [];
  const sender = createSender({
    transport: scope.use(openTransport()),
    redactor: createRedactor({ secrets: [], key: 'k' }),
    onExchange: (exchange) => void exchanges.push(exchange),
  });
  const url = `${server.url}/workspaces`;
  const sending = {
    purpose: 'prepare',
    method: 'POST',
    url,
    headers: {},
    body: Buffer.from(''),
    deadlineMs: 2_000,
  } as const;
  const sent = await heedingLimits(sender, origin ?? server.url).send(sending);
  return { sent, exchanges };
}
