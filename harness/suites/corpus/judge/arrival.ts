import type { Entry, Expectation, Rejected } from '../../../corpus/entry.ts';
import { times } from '../../../support/plural.ts';
import type { Finding } from '../../../support/verdict.ts';
import type { Arrival } from '../../../wire/exchange.ts';
import type { Aftermath, CaseRecord } from '../case-record.ts';
import type { StepEvidence } from './step-evidence.ts';

/** A step that was judged: what was seen of it, and what had to come of it. */
export interface JudgedStep {
  readonly evidence: StepEvidence;
  readonly expected: Expectation;
}

/** Where something reached the agent by the wrong way, too often, or although nothing should have, until all was quiet. */
export function arrivalFindings(
  entry: Entry,
  { after }: CaseRecord,
  steps: readonly JudgedStep[],
): readonly Finding[] {
  if (!after) return [];
  const arrivals = [...steps.map(({ evidence }) => evidence.record.inboxAfter), after.late].flatMap(
    (each) => each.arrivals,
  );
  const pushed = arrivals.filter(({ via }) => via === 'push').length;
  return [
    ...(isPolled(entry) && pushed > 0 ? [pushedFinding(pushed)] : []),
    ...countFindings(entry, after, steps, arrivals),
    ...lateFindings(entry, after, steps),
    ...pollFindings(after),
  ];
}

/** Whether the platform has to leave the message for the agent to fetch. */
export function isPolled({ agent, route }: Entry): boolean {
  return agent.mode === 'poll' && route === 'platform';
}

function pushedFinding(count: number): Finding {
  return {
    clause: 'A.5',
    expected: ['the row is the delivery to an agent that polls: nothing is sent to it'],
    actual: `it was pushed to the agent ${times(count)}, which polls`,
  };
}

/** Whenever a request comes, early or late, it is one of as many as there are messages that the platform took. */
function countFindings(
  entry: Entry,
  { watchedMs }: Aftermath,
  steps: readonly JudgedStep[],
  arrivals: readonly Arrival[],
): readonly Finding[] {
  const taken = steps.filter(
    ({ evidence, expected }) => !isByThePlatform(expected) && evidence.arrived.length > 0,
  ).length;
  if (arrivals.length <= taken) return [];
  const ways = [...new Set(arrivals.map(({ via }) => via))].sort().join(' and ');
  return [
    {
      clause: clauseOf(entry, steps.at(-1)),
      expected: [`nothing arrives but each message once; watched for ${watchedMs} ms after the last reply`],
      actual: `the runtime got ${arrivals.length} requests by ${ways} for ${taken} messages`,
    },
  ];
}

/** Agent code may be called late with what came late, and with what had arrived and was still to be handed over. */
function lateFindings(entry: Entry, { late }: Aftermath, steps: readonly JudgedStep[]): readonly Finding[] {
  const open = steps.map(({ evidence: { told, record } }) => {
    const { arrivals, handed } = record.inboxAfter;
    return told.kind === 'refused' ? 0 : Math.max(0, arrivals.length - handed.length);
  });
  const due = late.arrivals.length + open.reduce((sum, each) => sum + each, 0);
  if (late.handed.length <= due) return [];
  return [
    {
      clause: clauseOf(entry, steps.at(-1)),
      expected: ['agent code is called for nothing but what has arrived'],
      actual: `agent code was called ${times(late.handed.length - due)} more after the last reply`,
    },
  ];
}

/** Whether the platform has to refuse a message itself, before it asks anybody, so that nothing of it goes further. */
export function isForTheDoor(expected: Expectation): boolean {
  return isByThePlatform(expected) && expected.status < 500;
}

/** Whether the message is taken, and its agent cannot be reached: a row is all that comes of it (A.10, A.12). */
export function isOutOfReach(expected: Expectation): boolean {
  return isByThePlatform(expected) && expected.status === OUT_OF_REACH;
}

const OUT_OF_REACH = 502;

function isByThePlatform(expected: Expectation): expected is Rejected {
  return expected.outcome === 'rejected' && expected.by === 'platform';
}

/** By what was due to the last message: to be left for the agent, refused, queued, or answered. */
function clauseOf(entry: Entry, last: JudgedStep | undefined): string {
  if (isPolled(entry)) return 'A.5';
  if (entry.returns) return 'B';
  if (last && isForTheDoor(last.expected)) return 'A.1';
  if (last && isOutOfReach(last.expected)) return 'A.10';
  return last?.evidence.told.kind === 'queued' ? 'A.10' : 'A.7';
}

/** What our own poll client takes once and reports: a page that does not begin strictly after its cursor. */
function pollFindings({ polls }: Aftermath): readonly Finding[] {
  if (!polls) return [];
  const silent: Finding = {
    clause: 'C.1',
    expected: ['GET /activity goes on being answered to the agent that polls'],
    actual: `only ${polls.further} pages came to it after the last reply`,
  };
  const [first] = polls.repeats;
  const itself = first?.activityId === first?.cursor ? 'the cursor row itself' : 'a row read before';
  const again: Finding = {
    clause: 'C.1',
    expected: ['a page read with since_id begins strictly after that row'],
    actual: `${itself} came again behind its cursor, ${times(polls.repeated)} in all`,
  };
  return [...(polls.further === 0 ? [silent] : []), ...(first ? [again] : [])];
}
