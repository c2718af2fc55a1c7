import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { WorldDescription } from '../environment/index.ts';
import { createRedactor } from '../support/redaction/redactor.ts';
import { serve } from '../wire/test-support/serve.ts';
import { openTransport, type Transport } from '../wire/transmit.ts';
import { openEvidence } from './evidence.ts';
import { guestsOf } from './guests.ts';
import { askPlatform, judgeExchange, platformOf, replyInWords } from './platform-exchange.ts';
import type { CaseAt } from './suite.ts';

const ADMIN_TOKEN = 'admin-token-0123456789';
const GET = { method: 'GET', path: '/health' };
const FINDING = { clause: 'F.3', expected: ['200'], actual: 'something else' };

let runDirectory: string;
let transport: Transport;
beforeAll(async () => {
  runDirectory = await mkdtemp(join(tmpdir(), 'assay-exchange-'));
  transport = openTransport();
});
afterAll(async () => {
  await transport[Symbol.asyncDispose]();
  await rm(runDirectory, { recursive: true, force: true });
});

it('sends what it is told, below the address of the platform', async () => {
  await using platform = await serve((request, response, body) => {
    const { method, url, headers } = request;
    response.end(JSON.stringify({ method, url, type: headers['content-type'], body: body.toString() }));
  });
  const at = caseAt('sends', platform.url);
  const headers = { 'content-type': 'application/json' };
  const { response } = await askPlatform(transport, at, {
    ...{ method: 'PATCH', path: '/workspaces/1?x=y' },
    ...{ headers, body: '{"name":"n"}' },
  });
  expect(JSON.parse(response?.body.content ?? '')).toEqual({
    ...{ method: 'PATCH', url: '/workspaces/1?x=y', type: 'application/json' },
    body: '{"name":"n"}',
  });
});

it('keeps the exchange as evidence, without secrets', async () => {
  await using platform = await serve((_request, response) => response.end('{}'));
  const at = caseAt('keeps', platform.url);
  const exchange = await askPlatform(transport, at, {
    ...GET,
    headers: { authorization: `Bearer ${ADMIN_TOKEN}` },
  });
  expect(at.evidence.files()).toEqual(['evidence/keeps/exchanges.ndjson']);
  const kept = await readFile(join(runDirectory, 'evidence/keeps/exchanges.ndjson'), 'utf8');
  expect(JSON.parse(kept)).toEqual(exchange);
  expect(kept).not.toContain(ADMIN_TOKEN);
});

it('passes what has no finding, and fails with the first finding as the reason', async () => {
  await using platform = await serve((_request, response) => response.end('{}'));
  const at = caseAt('judges', platform.url);
  const exchange = await askPlatform(transport, at, { ...GET, body: 'four' });
  const seen = { observations: 1, bytesSent: 4, trail: { requestId: exchange.requestId } };
  expect(judgeExchange(exchange, [])).toEqual({ ...seen, verdict: 'passed', findings: [] });
  expect(judgeExchange(exchange, [FINDING])).toEqual({
    ...{ ...seen, verdict: 'failed', findings: [FINDING], reason: 'something else' },
  });
});

it('tells a hang from every other failure, so that no time-out counts as a kill', async () => {
  await using silent = await serve(() => undefined);
  const hanging = caseAt('hangs', silent.url, 100);
  const hang = await askPlatform(transport, hanging, GET);
  expect(replyInWords(hang)).toBe('no reply, HANG: no complete reply within 100 ms');
  expect(judgeExchange(hang, [FINDING])).toMatchObject({ verdict: 'failed', outcome: 'hang' });

  await using dropping = await serve((request) => request.socket.destroy());
  const dropped = caseAt('drops', dropping.url);
  const drop = await askPlatform(transport, dropped, GET);
  expect(replyInWords(drop)).toMatch(/^no reply, UND_ERR_SOCKET: /);
  expect(judgeExchange(drop, [FINDING])).not.toHaveProperty('outcome');
});

it('puts a reply on one line', async () => {
  await using platform = await serve(({ url }, response) =>
    response.writeHead(404).end(url === '/empty' ? '' : '{"error":"gone"}'),
  );
  const at = caseAt('words', platform.url);
  expect(replyInWords(await askPlatform(transport, at, GET))).toBe('404 {"error":"gone"}');
  expect(replyInWords(await askPlatform(transport, at, { ...GET, path: '/empty' }))).toBe('404 (empty body)');
});

it('is a fault of the suite when its world has no platform', () => {
  const { world: _world, ...rest } = caseAt('nowhere', 'http://127.0.0.1:9');
  expect(() => platformOf({ ...rest, world: undefined })).toThrow('nowhere was planned for a platform');
});

function caseAt(id: string, url: string, deadlineMs?: number): CaseAt {
  const redactor = createRedactor({ secrets: [ADMIN_TOKEN], key: 'k' });
  return {
    planned: { id, suite: 's', title: id, clause: 'F.3', facets: {}, reproduce: id },
    setting: { runDirectory, revision: 'R3', seed: 1, redactionKey: '00', ...(deadlineMs && { deadlineMs }) },
    world: { platform: { url, adminToken: ADMIN_TOKEN }, services: [] } as unknown as WorldDescription,
    handle: () => {
      throw new Error('no world, no handle');
    },
    page: undefined,
    redactor,
    evidence: openEvidence(runDirectory, id, redactor),
    guests: guestsOf(undefined),
    idle: () => undefined,
  };
}
