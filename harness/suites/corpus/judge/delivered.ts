import type { Delivered, Rewrite } from '../../../corpus/entry.ts';
import type { Finding } from '../../../support/verdict.ts';
import { bytesApart } from '../../../wire/apart.ts';
import { nodesApart } from '../../../wire/document/apart.ts';
import { type Difference, differences } from '../../../wire/document/compare.ts';
import { parseBytes } from '../../../wire/document/parse.ts';
import { applyRewrites } from '../../../wire/document/rewrite.ts';
import { bringsMessage } from '../../../wire/reply/message-reading.ts';
import { toldInWords } from '../../../wire/reply/told.ts';
import { schemaErrors } from './a2a-schema.ts';
import { readingFindings } from './agent-reading.ts';
import { historyFindings } from './history.ts';
import { numberRuleOf } from './number-rule.ts';
import { senderFindings } from './sender-told.ts';
import type { Arrived, StepEvidence } from './step-evidence.ts';
import { streamFindings } from './stream-end.ts';

/** What is wrong with a step that had to be delivered: where it went, what it became, what the sender was told. */
export function deliveredFindings(
  evidence: StepEvidence,
  expectation: Pick<Delivered, 'rewrites' | 'schema' | 'history'>,
  toldFindings = senderFindings,
): { readonly altered: readonly Finding[]; readonly other: readonly Finding[] } {
  const [arrived] = evidence.arrived;
  if (!arrived) return { altered: [], other: [notArrived(evidence)] };
  return {
    altered: [
      ...readingFindings(evidence, arrived),
      ...documentFindings(evidence, arrived, expectation.rewrites),
    ],
    other: [
      ...countFindings(evidence),
      ...schemaFindings(evidence, arrived, expectation),
      ...toldFindings(evidence, arrived),
      ...streamFindings(evidence),
      ...historyFindings(evidence, expectation.history),
    ],
  };
}

function notArrived({ entry, told }: StepEvidence): Finding {
  return {
    clause: entry.clause,
    expected: ['exactly one request arrives at the runtime'],
    actual: `nothing arrived at the runtime; ${toldInWords(told)}`,
  };
}

function countFindings({ entry, arrived, record, sent }: StepEvidence): readonly Finding[] {
  const handed = record.inboxAfter.handed.length;
  const wanted = bringsMessage(sent) ? 1 : 0;
  const twice: Finding = {
    clause: entry.clause,
    expected: ['exactly one request arrives at the runtime'],
    actual: `it arrived ${arrived.length} times`,
  };
  const handedOver: Finding = {
    clause: entry.clause,
    expected: [wanted === 1 ? 'agent code is called with it exactly once' : 'agent code is not called'],
    actual:
      handed === 0 ? 'it arrived, but agent code was never called' : `agent code was called ${handed} times`,
  };
  return [...(arrived.length > 1 ? [twice] : []), ...(handed === wanted ? [] : [handedOver])];
}

function documentFindings(
  { entry, sentBytes, fillIn }: StepEvidence,
  arrived: Arrived,
  rewrites: readonly Rewrite[],
): readonly Finding[] {
  const sent = parseBytes(sentBytes);
  if (sent === undefined) return bytesFindings(entry.clause, sentBytes, arrived);
  const filled: readonly Rewrite[] = JSON.parse(filledJson(rewrites, fillIn));
  const expected = applyRewrites(sent, filled, arrived.document);
  return differences(expected, arrived.document, { numbers: numberRuleOf(entry) }).map((difference) =>
    altered(entry.clause, difference),
  );
}

/** Fills in the texts of rewrites one by one, so that what goes in is escaped as JSON wants it. */
function filledJson(rewrites: readonly Rewrite[], fillIn: (text: string) => string): string {
  return JSON.stringify(rewrites, (_key, value: unknown) =>
    typeof value === 'string' ? fillIn(value) : value,
  );
}

function bytesFindings(clause: string, sent: Buffer, { body }: Arrived): readonly Finding[] {
  const windows = bytesApart(sent, body);
  if (!windows) return [];
  return [
    {
      clause,
      expected: [`the ${sent.length} bytes as they were sent: at byte ${windows.offset} ${windows.expected}`],
      actual: `${body.length} other bytes arrived: at byte ${windows.offset} ${windows.actual}`,
    },
  ];
}

function altered(clause: string, { path, expected, actual }: Difference): Finding {
  const words = nodesApart(expected, actual);
  return {
    clause,
    expected: [expected === undefined ? `${path} is not there` : `${path} = ${words.expected}`],
    actual: actual === undefined ? `${path} is missing` : `${path} = ${words.actual}`,
  };
}

function schemaFindings(
  { entry }: StepEvidence,
  arrived: Arrived,
  { schema }: Pick<Delivered, 'schema'>,
): readonly Finding[] {
  if (schema === 'none') return [];
  return schemaErrors(schema, arrived.plain).map((error) => ({
    clause: entry.clause,
    expected: [`what the runtime received is valid by the A2A ${schema} schema`],
    actual: error,
  }));
}
