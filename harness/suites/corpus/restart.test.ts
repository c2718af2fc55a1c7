import { describe, expect, it } from 'vitest';
import type { AgentSetup, Expectation, Restart } from '../../corpus/entry.ts';
import { createRedactor } from '../../support/redaction/redactor.ts';
import type { Inbox } from '../../wire/exchange.ts';
import type { CaseContext } from './case-context.ts';
import { restartBefore, restartBehind } from './restart.ts';
import type { RuntimeControl } from './runtime-control.ts';
import { DELIVERED, REFUSED } from './test-support/judging.ts';
import { entryWith, stepRecordOf, stepWith } from './test-support/records.ts';

const LATER: Expectation = { outcome: 'delivered-later', status: 202, rewrites: [], schema: '0.3' };
const REGISTRATION = { platformUrl: 'http://127.0.0.1:1', workspaceId: 'w1', deliveryMode: 'push' } as const;
const EMPTY: Inbox = { agent: 'a', arrivals: [], handed: [] };
const ONE: Inbox = { agent: 'a', ...stepRecordOf({}).inboxAfter };

interface Given {
  readonly restart?: Restart;
  readonly expect?: Expectation;
  readonly agent?: AgentSetup;
  readonly inboxes?: readonly Inbox[];
}

/** What a runtime is told around one message, and what came of it. */
async function around({ restart, expect: expectation = DELIVERED, agent, inboxes = [EMPTY] }: Given) {
  const step = stepWith(expectation, restart ? { restart } : {});
  const entry = entryWith(expectation, { steps: [stepWith(DELIVERED), step], ...(agent && { agent }) });
  const calls: unknown[] = [];
  const { exchange } = stepRecordOf({});
  const read = () =>
    inboxes[Math.min(calls.filter((call) => call === 'read').length, inboxes.length) - 1] ?? EMPTY;
  const control: RuntimeControl = {
    setUpAgent: async (name, setup, registration) => {
      calls.push({ ...setup, ...(registration && { workspaceId: registration.workspaceId }) });
      return { answer: { agent: name, url: 'u' }, exchange };
    },
    takeAway: async () => void calls.push('leave'),
    readInbox: async () => read(),
    awaitInbox: async (_agent, isHere, deadline) => {
      for (;;) {
        calls.push('read');
        const inbox = read();
        if (isHere(inbox) || deadline.expired()) return inbox;
        await Promise.resolve();
      }
    },
    removeAgent: async () => undefined,
  };
  const redactor = createRedactor({ secrets: [], key: 'k' });
  const context = {
    entry,
    runtime: 'strict',
    revision: 'R3',
    redactor,
  } as Partial<CaseContext> as CaseContext;
  const restarting = { context, control, agent: 'a', registration: REGISTRATION };
  const before = await restartBefore(restarting, step, EMPTY);
  calls.push('send');
  const behind = await restartBehind(restarting, step, EMPTY);
  return { calls, before, behind };
}

const BACK = { ownPort: true, workspaceId: 'w1' };

describe('an agent that restarts', () => {
  it('is left alone where nothing is said', async () => {
    const { calls, before, behind } = await around({});
    expect([calls, before, behind]).toEqual([['send'], undefined, undefined]);
  });

  it('is back and registered when the message is sent', async () => {
    const { calls, before, behind } = await around({ restart: { when: 'before' } });
    expect(calls).toEqual(['leave', BACK, 'read', 'send']);
    expect([before?.coming.as, behind]).toEqual(['push', undefined]);
  });

  it('is away when the message is sent, and back behind the reply, at another port where that is said', async () => {
    const { calls, before, behind } = await around({
      restart: { when: 'away', elsewhere: true },
      expect: REFUSED,
    });
    expect(calls).toEqual(['leave', 'send', { ...BACK, elsewhere: true }, 'read']);
    expect([before, behind?.coming.arrivals]).toEqual([undefined, []]);
  });

  it.each(['asked', 'answering'] as const)(
    'is told to leave when %s, and not to once it is back',
    async (when) => {
      const { calls } = await around({ restart: { when } });
      expect(calls).toEqual([{ ownPort: true, leaves: when }, 'send', BACK, 'read']);
    },
  );

  it('is waited for where a message is to come to it, and what came is on record', async () => {
    const { calls, behind } = await around({
      ...{ restart: { when: 'asked' }, expect: LATER },
      inboxes: [EMPTY, EMPTY, ONE],
    });
    expect(calls.slice(2)).toEqual([BACK, 'read', 'read', 'read']);
    expect(behind?.coming.handed).toEqual(ONE.handed);
    expect(behind?.inbox).toBe(ONE);
  });
});
