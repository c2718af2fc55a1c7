import type { Expect } from '../../canary/canary.ts';
import type { AgentReply } from '../../wire/reply/agent-reply.ts';
import type { Observed, Outcome, TrialRecord, TurnRecord } from './record.ts';

type Held = Extract<Observed, { readonly trials: unknown }>;

const NOTHING: Expect = { contains: [], notContains: [], matches: [] };

/** A turn that came to something, as tests need it. */
export function turn(
  outcome: Outcome,
  expect: Partial<Expect> = {},
  over: Partial<TurnRecord> = {},
): TurnRecord {
  return {
    ...{ kind: 'turn', label: '2', context: 'main', said: "What's my name?", begins: false },
    ...{ outcome, expect: { ...NOTHING, ...expect }, uncaptured: [], durationMs: 10, requestId: 'r' },
    ...over,
  };
}

/** An answer in words. */
export function answered(text: string, more: Partial<AgentReply> = {}): Outcome {
  return { kind: 'answered', reply: { text, ...more } };
}

/** What a case saw that was held so often. */
export function held(trials: readonly TrialRecord[], over: Partial<Held> = {}): Held {
  return {
    canary: { name: 'two-turn-name', title: 'The agent knows.' },
    met: { endpoint: 'http://127.0.0.1:1/', line: '0.3', claims: ['files'] },
    terms: { session: 'context', scope: 'context' },
    ...{ isUnseen: false, trials, bytesSent: 100, exchanges: 4 },
    ...over,
  };
}
