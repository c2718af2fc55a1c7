import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { type RuntimeTerms, USUAL_TERMS } from '../../config/runtime-terms.ts';
import { createRedactor } from '../../support/redaction/redactor.ts';
import { createSender } from '../../wire/sender.ts';
import { serve } from '../../wire/test-support/serve.ts';
import { openTransport } from '../../wire/transmit.ts';
import { acquaint } from './acquaint.ts';

interface Asked {
  readonly method: string;
  readonly id: string;
}

type Answer = (asked: Asked, request: IncomingMessage, response: ServerResponse) => unknown;

/** A runtime at one path with a card at another; what is answered to a message is up to the test. */
async function meet(
  {
    card,
    path = '/',
    cardPath = '/.well-known/agent-card.json',
    answer,
  }: { card?: object; path?: string; cardPath?: string; answer: Answer },
  terms: Partial<RuntimeTerms> = {},
) {
  await using server = await serve((request, response, body) => {
    const json = (status: number, document: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(document));
    if (request.method === 'GET' && request.url === cardPath && card) return json(200, card);
    if (request.method !== 'POST' || request.url !== path) return json(404, { error: 'Not found' });
    const asked = JSON.parse(body.toString()) as Asked;
    const said = answer(asked, request, response);
    return said === undefined ? undefined : json(200, { jsonrpc: '2.0', id: asked.id, ...(said as object) });
  });
  await using transport = openTransport();
  const sender = createSender({ transport, redactor: createRedactor({ secrets: [], key: 'k' }) });
  const met = await acquaint(sender, {
    url: server.url,
    terms: { ...USUAL_TERMS, readinessMs: 2_000, ...terms },
  });
  return { ...met, endpoint: met.endpoint.replace(server.url, '') };
}

const HELLO = {
  result: { kind: 'message', role: 'agent', messageId: 'm', parts: [{ kind: 'text', text: 'Hello!' }] },
};
const says = (document: object) => () => document;

test('finds a runtime by its card, though the card has the port of another place', async () => {
  const card = {
    url: 'http://runtime:8000/agents/one',
    protocolVersion: '0.3.0',
    capabilities: { streaming: true },
  };
  expect(await meet({ card, path: '/agents/one', answer: says(HELLO) })).toEqual({
    ...{ endpoint: '/agents/one', cardPath: '/.well-known/agent-card.json', line: '0.3', version: '0.3.0' },
    claims: ['files', 'memory', 'streaming'],
  });
});

test('finds one without a card at the paths that runtimes have', async () => {
  expect(await meet({ path: '/a2a', answer: says(HELLO) })).toEqual({
    ...{ endpoint: '/a2a', line: '0.3', claims: ['files', 'memory'] },
  });
});

test('finds the card where 0.2 had it, and reads claims from the tags of its skills', async () => {
  const card = { protocolVersion: '0.2.6', skills: [{ tags: ['cancel', 'poetry'] }] };
  const met = await meet({ card, cardPath: '/.well-known/agent.json', answer: says(HELLO) });
  expect(met).toMatchObject({ cardPath: '/.well-known/agent.json', claims: ['files', 'memory', 'cancel'] });
});

test('what is told beforehand is not looked for, and claims count as they were told', async () => {
  const terms = { endpoint: '/x', cardPath: '/y', claims: ['cancel'] } as const;
  const met = await meet({ card: {}, path: '/x', cardPath: '/y', answer: says(HELLO) }, terms);
  expect(met).toMatchObject({ endpoint: '/x', cardPath: '/y', claims: ['cancel'] });
});

test('speaks 1.0 with one that does not know 0.3', async () => {
  const wrapped = { result: { message: { role: 'ROLE_AGENT', parts: [{ text: 'Hello!' }] } } };
  const answer: Answer = ({ method }) =>
    method === 'SendMessage' ? wrapped : { error: { code: -32601, message: 'Method not found' } };
  expect(await meet({ answer })).toMatchObject({ line: '1.0', endpoint: '/' });
});

test('one that is slow with its first message is not taken for one that speaks another line', async () => {
  const card = { supportedInterfaces: [{ url: 'http://127.0.0.1:1', protocolVersion: '1.0' }] };
  const answer: Answer = ({ method }) => (method === 'SendMessage' ? undefined : HELLO);
  const met = await meet({ card, answer }, { readinessMs: 300 });
  expect(met).toMatchObject({ line: '1.0', unusable: expect.stringContaining('no complete reply within') });
});

test('waits for one that is still coming up', async () => {
  let times = 0;
  const answer: Answer = (_asked, _request, response) => {
    times += 1;
    if (times > 3) return HELLO;
    response.writeHead(503).end('starting');
    return undefined;
  };
  expect(await meet({ card: { protocolVersion: '0.3.0' }, answer })).not.toHaveProperty('unusable');
});

test.each<readonly [string, Answer, RegExp]>([
  ['an error', says({ error: { code: -32603, message: 'No API key' } }), /error -32603 "No API key"/],
  [
    'a failed task',
    says({ result: { kind: 'task', id: 't', status: { state: 'failed' } } }),
    /a task that failed/,
  ],
  [
    'a placeholder',
    says({ result: { ...HELLO.result, parts: [{ kind: 'text', text: '(no response generated)' }] } }),
    /a placeholder: "\(no response/,
  ],
  ['no words', says({ result: { ...HELLO.result, parts: [] } }), /no words/],
  [
    'HTML',
    (_asked, _request, response) =>
      void response.writeHead(200, { 'content-type': 'text/html' }).end('<html></html>'),
    /HTML/,
  ],
  [
    'comments for ever',
    (_asked, _request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(': thinking\n\n');
    },
    /no complete reply within 1000 ms/,
  ],
  [
    'a plain 500',
    (_asked, _request, response) => void response.writeHead(500).end('Internal Server Error'),
    /HTTP 500/,
  ],
  [
    '503 for ever, with a healthy card',
    (_asked, _request, response) => void response.writeHead(503).end('busy'),
    /HTTP 503/,
  ],
])('says why a runtime is of no use that answers the first message with %s', async (_what, answer, why) => {
  const met = await meet({ card: { protocolVersion: '0.3.0' }, answer }, { readinessMs: 300 });
  expect(met.unusable).toMatch(why);
});
