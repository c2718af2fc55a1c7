import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Delivered, Entry } from '../../corpus/entry.ts';
import { createRedactor } from '../../support/redaction/redactor.ts';
import { Scope } from '../../support/scope.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { createSender } from '../../wire/sender.ts';
import { openTransport } from '../../wire/transmit.ts';
import type { CaseContext } from './case-context.ts';
import { diffOf } from './diff-of.ts';
import { judgeCase } from './judge/judge-case.ts';
import { replayCase } from './replay-case.ts';
import { entryWith, requestWith, stepWith } from './test-support/records.ts';
import {
  ADMIN_TOKEN,
  CONTROL_TOKEN,
  type Faults,
  littleWorld,
  WORKSPACE_TOKEN,
} from './test-support/world.ts';

const DELIVERED: Delivered = { outcome: 'delivered', rewrites: [], schema: '0.3' };
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-replay-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function payload(name: string, message: Record<string, unknown> = {}): Promise<string> {
  const parts = [{ kind: 'text', text: 'hello ASSAY-NONCE-000000000000' }];
  await writeFile(join(folder, name), JSON.stringify(requestWith({ parts, ...message })));
  return join(folder, name);
}

async function replay(entry: Entry, faults: Faults = {}, more: Partial<CaseContext> = {}) {
  await using scope = new Scope();
  const world = scope.use(await littleWorld(faults));
  const transport = scope.use(openTransport());
  const recorded: Exchange[] = [];
  const redactor = createRedactor({ secrets: [ADMIN_TOKEN, CONTROL_TOKEN], key: 'k' });
  const sender = createSender({
    transport,
    redactor,
    onExchange: (exchange) => void recorded.push(exchange),
  });
  const record = await replayCase({
    ...{ entry, runtime: 'strict', revision: 'R3', transport, sender, redactor },
    watch: { answeredMs: 0, queuedMs: 0 },
    world: {
      platform: { url: world.url, adminToken: ADMIN_TOKEN },
      runtimes: { strict: { url: world.url, controlToken: CONTROL_TOKEN } },
    },
    ...more,
  });
  const judged = judgeCase(entry, 'strict', 'R3', record);
  return { record, recorded, redactor, calls: [...world.calls], judged };
}

async function entry(more: Parameters<typeof entryWith>[1] = {}): Promise<Entry> {
  const step = stepWith(DELIVERED, { payloadFile: await payload('one.body') });
  return entryWith(DELIVERED, { steps: [step], ...more });
}

describe('the platform route', () => {
  it('makes a workspace, registers the agent, sends the bytes and reads the inbox', async () => {
    const { judged, record, recorded, calls } = await replay(await entry());
    expect(judged).toMatchObject({ verdict: 'passed', outcome: 'delivered' });
    expect(calls.map((call) => call.replaceAll(record.agent, 'A'))).toEqual([
      'POST /workspaces',
      'PUT /control/agents/A',
      'POST /workspaces/ws-1/a2a',
      'GET /control/agents/A/inbox',
      'GET /workspaces/ws-1/activity?type=a2a_receive&limit=500&include=peer_info',
      'GET /control/agents/A/inbox',
      'DELETE /control/agents/A',
    ]);
    expect(recorded).toEqual([...record.prepare, record.steps[0]?.exchange, record.after?.activity]);
  });

  it('says that it only waits before it reads what the message has left', async () => {
    const order: string[] = [];
    const { recorded } = await replay(await entry(), {}, { idle: () => void order.push('idle') });
    expect(order).toEqual(['idle']);
    expect(recorded.map(({ purpose }) => purpose)).toEqual(['prepare', 'prepare', 'replay', 'observe']);
  });

  it('finds what reaches the agent once more while it watches', async () => {
    const { judged } = await replay(await entry(), { sendsAgain: true });
    expect(judged.findings.map(({ clause, actual }) => `${clause}: ${actual}`)).toEqual([
      'A.7: the runtime got 2 requests by push for 1 messages',
    ]);
  });

  it('leaves no token in what is written of the record', async () => {
    const { record, redactor } = await replay(await entry());
    const text = JSON.stringify(redactor.value(record));
    for (const token of [ADMIN_TOKEN, CONTROL_TOKEN, WORKSPACE_TOKEN]) expect(text).not.toContain(token);
  });

  it('shows the journey of the payload', async () => {
    const journey = diffOf((await replay(await entry())).record);
    expect(journey?.forwarded).toBe('byte by byte as it was sent');
    expect(journey?.answeredToTold).toBe('');
    expect(journey?.sentToForwarded).toBe('');
    expect(journey?.received).toContain('"parts": [');
  });

  it.each([
    ['404', { workspaces: { status: 404, body: '{"error":"no"}' } }, 'F.2'],
    ['an empty object', { workspaces: { status: 200, body: '{}' } }, 'F.2'],
    ['HTML', { workspaces: { status: 201, body: '<html>' } }, 'F.2'],
    ['no registration', { registration: { status: 0, body: { error: 'refused' } } }, 'E.1'],
    ['a registration that says nothing', { registration: { status: 200, body: {} } }, 'E.1'],
  ])('fails with a finding when preparation gets %s', async (_name, faults, clause) => {
    const { judged, record } = await replay(await entry(), faults);
    expect(record).toMatchObject({ prepared: false, steps: [] });
    expect(judged).toMatchObject({ verdict: 'failed', findings: [{ clause }] });
  });

  it('fails with a finding when nobody listens', async () => {
    const { judged } = await replay(
      await entry(),
      {},
      {
        world: {
          platform: { url: 'http://127.0.0.1:1', adminToken: ADMIN_TOKEN },
          runtimes: { strict: { url: 'http://127.0.0.1:1', controlToken: CONTROL_TOKEN } },
        },
      },
    );
    expect(judged).toMatchObject({ verdict: 'failed', findings: [{ clause: 'F.2' }] });
    expect(judged.reason).toContain('ECONNREFUSED');
  });

  it('is not deceived by a platform that answers well and forwards nothing', async () => {
    const reply = '{"jsonrpc":"2.0","id":"q1","result":{"kind":"message","parts":[]}}';
    const { judged } = await replay(await entry(), { a2a: { status: 200, body: reply } });
    expect(judged).toMatchObject({ verdict: 'failed', outcome: 'dropped' });
  });

  it('waits for a polled message to arrive after it was accepted', async () => {
    const { judged, record } = await replay(await entry({ agent: { mode: 'poll' } }));
    expect(judged).toMatchObject({ verdict: 'passed', outcome: 'delivered' });
    expect(record.steps[0]?.inboxAfter.handed).toHaveLength(1);
  });

  it('finds a polled message that never arrives', async () => {
    const polled = await entry({ agent: { mode: 'poll' } });
    const { judged } = await replay(polled, { pollDelayMs: 60_000 }, { arrivalDeadlineMs: 60 });
    expect(judged).toMatchObject({ verdict: 'failed', outcome: 'dropped' });
  });
});

describe('the direct route', () => {
  it('needs no platform', async () => {
    const { judged, calls } = await replay(await entry({ route: 'direct' }));
    expect(judged.verdict).toBe('passed');
    expect(calls.filter((call) => call.includes('/workspaces'))).toEqual([]);
  });
});

describe('a session', () => {
  it('uses in later steps what earlier replies said', async () => {
    const first = stepWith(DELIVERED, {
      payloadFile: await payload('s.1'),
      capture: { context: '/result/contextId' },
    });
    const second = stepWith(DELIVERED, { payloadFile: await payload('s.2', { contextId: '{{context}}' }) });
    const { judged, record } = await replay(await entry({ steps: [first, second] }));
    expect(judged).toMatchObject({ verdict: 'passed', steps: [{}, {}] });
    expect(record.steps.map(({ inboxAfter }) => inboxAfter.handed.length)).toEqual([1, 1]);
    expect(record.steps[1]?.inboxAfter.handed[0]?.reading.contextId).toBe('ctx-1');
  });

  it('ends where a reply lacks what the next step needs', async () => {
    const first = stepWith(DELIVERED, { payloadFile: await payload('t.1'), capture: { task: '/result/id' } });
    const second = stepWith(DELIVERED, { payloadFile: await payload('t.2', { taskId: '{{task}}' }) });
    const { judged, record } = await replay(await entry({ steps: [first, second] }));
    expect(record.steps).toHaveLength(1);
    expect(judged.verdict).toBe('failed');
    expect(judged.reason).toBe('the reply has nothing at /result/id');
  });
});
