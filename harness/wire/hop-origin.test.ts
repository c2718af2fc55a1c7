import { expect, test } from 'vitest';
import { openHop } from './hop.ts';
import type { ReplyStyle } from './hop-style.ts';
import { serve } from './test-support/serve.ts';

const PLACE = '/said/secret/a/1';
const OTHERWISE: ReplyStyle = { change: ({ headers }) => ({ headers, body: Buffer.from('other ü') }) };

test.each([
  ['a reply', 'application/json', 'mine', OTHERWISE, 'other ü'],
  [
    'a stream',
    'text/event-stream',
    'data: a\n\ndata: b\n\n',
    { event: () => 'data: ü\n\n' },
    'data: ü\n\ndata: ü\n\n',
  ],
] as const)(
  'who keeps %s is told what is said instead before anybody has all of it',
  async (_what, type, mine, style, other) => {
    const order: string[] = [];
    await using origin = await serve((request, response, body) => {
      order.push(`${request.method} ${request.url} ${body}`);
      const head = request.headers['x-echo-said'];
      if (request.method === 'PUT') order.push(decodeURIComponent(String(head)));
      const status = request.method === 'PUT' ? 204 : 201;
      response.writeHead(status, { 'content-type': type, 'x-echo-said': PLACE });
      response.end(request.method === 'PUT' ? undefined : mine);
    });
    await using hop = await openHop(origin.url, { reply: style });
    const reply = await fetch(`${hop.url}/agents/a`, { method: 'POST', body: 'question' });
    order.push(await reply.text());
    expect(order).toEqual([
      'POST /agents/a question',
      `PUT ${PLACE} ${other}`,
      expect.stringContaining(`"status":201,"headers":{"content-type":"${type}"`),
      other,
    ]);
  },
);

test('a reply that is passed on as it came is told to nobody', async () => {
  const methods: (string | undefined)[] = [];
  await using origin = await serve((request, response) => {
    methods.push(request.method);
    response.writeHead(200, { 'content-type': 'text/plain', 'x-echo-said': PLACE }).end('mine');
  });
  await using hop = await openHop(origin.url);
  expect(await (await fetch(hop.url, { method: 'POST', body: 'q' })).text()).toBe('mine');
  expect(methods).toEqual(['POST']);
});

test('a reply is not passed on when who keeps it will not be told', async () => {
  await using origin = await serve((request, response) => {
    const status = request.method === 'PUT' ? 404 : 200;
    response.writeHead(status, { 'content-type': 'text/plain', 'x-echo-said': PLACE }).end('mine');
  });
  await using hop = await openHop(origin.url, { reply: OTHERWISE });
  await expect(fetch(hop.url, { method: 'POST', body: 'q' })).rejects.toThrow();
});
