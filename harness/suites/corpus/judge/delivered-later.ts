import type { DeliveredLater } from '../../../corpus/entry.ts';
import { parseJson } from '../../../support/parse-json.ts';
import { counted } from '../../../support/plural.ts';
import type { Finding } from '../../../support/verdict.ts';
import { nodesApart } from '../../../wire/document/apart.ts';
import { differences } from '../../../wire/document/compare.ts';
import { shorten } from '../../../wire/document/print.ts';
import { bytesOf } from '../../../wire/recorded-body.ts';
import { toldInWords } from '../../../wire/reply/told.ts';
import type { CaseRecord, StepRecord } from '../case-record.ts';
import { isPolled, type JudgedStep } from './arrival.ts';
import { deliveredFindings } from './delivered.ts';
import { isToCome } from './returned.ts';
import { queuedFindings } from './sender-told.ts';
import type { Arrived, StepEvidence } from './step-evidence.ts';

const CLAUSE = 'B';

/** What is wrong with a step that had to wait for its agent: how it was acknowledged, and what came of it in the end. */
export function laterFindings(
  evidence: StepEvidence,
  expected: DeliveredLater,
): ReturnType<typeof deliveredFindings> {
  const told = acknowledgedFindings(evidence);
  if (expected.repeats) return { altered: [], other: told };
  const { altered, other } = deliveredFindings(evidence, expected, () => told);
  const never = evidence.arrived.length === 0 ? told : [];
  return {
    altered: [...altered, ...otherThanTried(evidence)],
    other: [...other, ...never, ...triedFindings(evidence)],
  };
}

function acknowledgedFindings(evidence: StepEvidence): readonly Finding[] {
  const { entry, arrived, tried, sent } = evidence;
  const plain = arrived[0]?.plain ?? tried[0]?.plain ?? sent;
  return isPolled(entry) ? queuedFindings(evidence, plain) : busyFindings(evidence);
}

/** 202 with what the sender may ask for later (A.10). */
function busyFindings({ told, record }: StepEvidence): readonly Finding[] {
  const { queued, queue_id: id, queue_depth: depth, message } = acknowledgement(record);
  const isWhole =
    told.kind === 'queued' &&
    told.status === 202 &&
    queued === true &&
    typeof id === 'string' &&
    id !== '' &&
    Number.isInteger(depth) &&
    Number(depth) > 0 &&
    typeof message === 'string';
  if (isWhole) return [];
  const came = told.kind === 'queued' ? `${told.status} ${shorten(textOf(record), 300)}` : toldInWords(told);
  const expected = ['the sender is told 202 {"queued":true,"queue_id":…,"queue_depth":…,"message":…}'];
  return [{ clause: 'A.10', expected, actual: `the acknowledgement is ${came}` }];
}

interface Acknowledgement {
  readonly queued?: unknown;
  readonly queue_id?: unknown;
  readonly queue_depth?: unknown;
  readonly message?: unknown;
}

function acknowledgement(record: StepRecord): Acknowledgement {
  const document = parseJson(textOf(record));
  return typeof document === 'object' && document !== null ? document : {};
}

function textOf({ exchange: { response } }: StepRecord): string {
  return response ? bytesOf(response.body).toString() : '';
}

/** A busy agent is asked once; whoever asks again at once has not understood what it was told. */
function triedFindings({ tried }: StepEvidence): readonly Finding[] {
  if (tried.length < 2) return [];
  const expected = ['an agent that is busy is asked once before its message is queued'];
  return [{ clause: 'A.10', expected, actual: `the agent was asked ${tried.length} times` }];
}

/** What is sent later, once more in vain or at last, is what was sent first, with the ids that it was given then. */
function otherThanTried({ tried, retried, arrived }: StepEvidence): readonly Finding[] {
  const [first] = tried;
  if (!first) return [];
  const [other] = [...retried, ...arrived.slice(0, 1)].flatMap((came) => otherThan(first, came));
  return other ? [other] : [];
}

function otherThan(first: Arrived, came: Arrived): readonly Finding[] {
  const found = differences(first.document ?? null, came.document, {
    limit: 1,
    numbers: 'digits or doubles',
  });
  return found.map(({ path, expected, actual }) => {
    const words = nodesApart(expected, actual);
    return {
      clause: CLAUSE,
      expected: [
        `what is sent when the agent is free is what it could not take: ${path} = ${words.expected}`,
      ],
      actual: `what was sent later has ${path} = ${words.actual}`,
    };
  });
}

/** What only all steps together show: that nothing came too early, in which order, and under which numbers it waited. */
export function returnFindings({ returned }: CaseRecord, steps: readonly JudgedStep[]): readonly Finding[] {
  if (!returned) return [];
  const later = steps.filter(({ expected }) => expected.outcome === 'delivered-later');
  return [...earlyFindings(returned), ...orderFindings(later.filter(isToCome)), ...numberFindings(later)];
}

function earlyFindings({ early }: NonNullable<CaseRecord['returned']>): readonly Finding[] {
  const count = Math.max(early.arrivals.length, early.handed.length);
  if (count === 0) return [];
  const expected = ['nothing is sent to the agent until it has come back'];
  return [
    { clause: CLAUSE, expected, actual: `the agent got ${counted(count, 'request')} before it came back` },
  ];
}

function orderFindings(later: readonly JudgedStep[]): readonly Finding[] {
  const came = later.flatMap(({ evidence }, at) => {
    const [first] = evidence.arrived;
    return first && evidence.arrived.length === 1 ? [{ at: at + 1, seq: first.arrival.seq }] : [];
  });
  const order = came.toSorted((one, other) => one.seq - other.seq).map(({ at }) => at);
  const sent = came.map(({ at }) => at);
  if (order.every((at, index) => at === sent[index])) return [];
  const expected = [`messages arrive in the order in which they were queued: ${sent.join(', ')}`];
  return [{ clause: CLAUSE, expected, actual: `they arrived in the order ${order.join(', ')}` }];
}

/** Each message waits under a number of its own, and its repetition under the same. */
function numberFindings(later: readonly JudgedStep[]): readonly Finding[] {
  const numbered = later.map(({ evidence, expected }) => ({
    id: acknowledgement(evidence.record).queue_id,
    repeats: expected.outcome === 'delivered-later' && expected.repeats === true,
  }));
  return numbered.flatMap(({ id, repeats }, at) => {
    const isKnown = numbered.slice(0, at).some((before) => before.id === id);
    if (id === undefined || isKnown === repeats) return [];
    const expected = [
      repeats
        ? 'a message that waits already keeps its queue_id'
        : 'each message waits under a queue_id of its own',
    ];
    const actual = repeats ? 'its repetition got another queue_id' : 'two messages wait under one queue_id';
    return [{ clause: CLAUSE, expected, actual }];
  });
}
