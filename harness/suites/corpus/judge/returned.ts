import { comesLater } from '../../../corpus/expectation.ts';
import { valueAt } from '../../../wire/document/pointer.ts';
import type { Arrival, Handed } from '../../../wire/exchange.ts';
import type { CaseRecord, Returned } from '../case-record.ts';
import type { Contents } from '../new-since.ts';
import { isPolled, type JudgedStep } from './arrival.ts';
import { arrivedOf, type StepEvidence } from './step-evidence.ts';

/**
 * The steps with what reached the agent when it came back: each request goes to the message that it carries, by the ids
 * of both, and what carries no known one to the last that was to come. What an agent got that was busy still was tried,
 * and has not arrived.
 */
export function withReturned({ returned }: CaseRecord, steps: readonly JudgedStep[]): readonly JudgedStep[] {
  if (!returned) return steps;
  const owned = (all: readonly Arrival[]) =>
    all.map((arrival) => ({ arrival, owner: ownerOf(arrival, steps) }));
  const arrivals = owned(arrivalsOf(returned));
  const retries = owned(retriesOf(returned));
  const ownerOfHanded = ({ reading }: Handed) =>
    arrivals.find(({ arrival }) => idsOf(arrival).includes(reading.messageId))?.owner ?? lastToCome(steps);
  return steps.map((step, at) => {
    const mine = arrivals.filter(({ owner }) => owner === at).map(({ arrival }) => arrival);
    const handed = handedOf(returned).filter((one) => ownerOfHanded(one) === at);
    const retried = retries.filter(({ owner }) => owner === at).map(({ arrival }) => arrivedOf(arrival));
    return { ...step, evidence: { ...grown(step, { arrivals: mine, handed }), retried } };
  });
}

/** The place of the first message that has the id of the arriving one, else of the first whose request has its id. */
function ownerOf(arrival: Arrival, steps: readonly JudgedStep[]): number {
  const [messageId, id] = idsOf(arrival);
  const byMessage = steps.findIndex((step) => messageId !== undefined && keysOf(step)[0] === messageId);
  if (byMessage >= 0) return byMessage;
  const byRequest = steps.findIndex((step) => id !== undefined && keysOf(step)[1] === id);
  return byRequest >= 0 ? byRequest : lastToCome(steps);
}

function lastToCome(steps: readonly JudgedStep[]): number {
  return Math.max(0, steps.findLastIndex(isToCome));
}

/** What is to come later was tried at most before; any other message stays where it came to. */
function grown(step: JudgedStep, later: Contents): StepEvidence {
  const { evidence } = step;
  const { inboxAfter } = evidence.record;
  const tried = isToCome(step) && !isPolled(evidence.entry) ? evidence.arrived : [];
  const before = tried.length > 0 ? [] : inboxAfter.arrivals;
  const arrivals = [...before, ...later.arrivals];
  const record = {
    ...evidence.record,
    inboxAfter: { arrivals, handed: [...inboxAfter.handed, ...later.handed] },
  };
  return { ...evidence, record, arrived: arrivals.map(arrivedOf), tried };
}

/** Whether a message is to come when its agent has come back, by itself. */
export function isToCome({ expected }: JudgedStep): boolean {
  return comesLater(expected);
}

/** Of a message, and of the request that it came with, as the agent was asked with them first. */
function keysOf({ evidence: { arrived, sent } }: JudgedStep): readonly unknown[] {
  return idsIn(arrived[0]?.plain ?? sent);
}

function idsOf(arrival: Arrival): readonly unknown[] {
  return idsIn(arrivedOf(arrival).plain);
}

function idsIn(request: unknown): readonly unknown[] {
  return [valueAt(request, '/params/message/messageId'), valueAt(request, '/id')];
}

function arrivalsOf({ early, comings }: Returned): readonly Arrival[] {
  const taken = comings.filter(({ as }) => as !== 'busy');
  return [early, ...taken].flatMap(({ arrivals }) => arrivals);
}

function retriesOf({ comings }: Returned): readonly Arrival[] {
  return comings.filter(({ as }) => as === 'busy').flatMap(({ arrivals }) => arrivals);
}

function handedOf({ early, comings }: Returned): readonly Handed[] {
  return [early, ...comings].flatMap(({ handed }) => handed);
}
