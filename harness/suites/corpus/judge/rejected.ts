import type { Rejected } from '../../../corpus/entry.ts';
import { times } from '../../../support/plural.ts';
import type { Finding } from '../../../support/verdict.ts';
import { bytesOf } from '../../../wire/recorded-body.ts';
import { toldInWords } from '../../../wire/reply/told.ts';
import type { StepEvidence } from './step-evidence.ts';

/** What is wrong with a step that had to be refused: by whom, with which words, and that agent code never saw it. */
export function rejectedFindings(evidence: StepEvidence, expectation: Rejected): readonly Finding[] {
  return [
    ...refusalFindings(evidence, expectation),
    ...(expectation.by === 'platform' ? unseenFindings(evidence) : arrivedFindings(evidence)),
    ...notHandedFindings(evidence),
  ];
}

function refusalFindings(
  { entry, told, fillIn }: StepEvidence,
  { status, code, cause }: Rejected,
): readonly Finding[] {
  const wanted = fillIn(cause);
  const matches =
    told.kind === 'refused' &&
    told.status === status &&
    told.cause.includes(wanted) &&
    (code === undefined || told.code === code);
  if (matches) return [];
  const words = code === undefined ? `an error that says "${wanted}"` : `error ${code} that says "${wanted}"`;
  return [
    {
      clause: entry.clause,
      expected: [`refused with HTTP ${status} and ${words}`],
      actual: toldInWords(told),
    },
  ];
}

function unseenFindings({ entry, arrived }: StepEvidence): readonly Finding[] {
  if (arrived.length === 0) return [];
  const expected = ['the platform refuses it, and nothing arrives at the runtime'];
  return [{ clause: entry.clause, expected, actual: `it arrived at the runtime ${times(arrived.length)}` }];
}

/** The runtime must have had these very bytes, or somebody else gave the same answer in its name. */
function arrivedFindings({ entry, record, arrived, sentBytes, nonce }: StepEvidence): readonly Finding[] {
  const wire = bytesOf(record.exchange.request.body);
  const isThis = (body: Buffer) =>
    body.equals(sentBytes) ||
    body.equals(wire) ||
    (entry.route === 'platform' && (!sentBytes.includes(nonce) || body.includes(nonce)));
  if (arrived.length === 1 && arrived.every(({ body }) => isThis(body))) return [];
  const actual =
    arrived.length === 0
      ? 'nothing arrived at the runtime: somebody else refused it'
      : arrived.length > 1
        ? `it arrived ${arrived.length} times`
        : 'what arrived is not what was sent';
  return [
    {
      clause: entry.clause,
      expected: ['it arrives at the runtime once, and the runtime refuses it'],
      actual,
    },
  ];
}

function notHandedFindings({ entry, record }: StepEvidence): readonly Finding[] {
  const { handed } = record.inboxAfter;
  if (handed.length === 0) return [];
  const expected = ['agent code never sees a refused message'];
  return [
    { clause: entry.clause, expected, actual: `agent code was called with it ${times(handed.length)}` },
  ];
}
