import type { Finding } from '../../../support/verdict.ts';
import { nodesApart } from '../../../wire/document/apart.ts';
import { documentOf } from '../../../wire/document/parse.ts';
import { valueAt } from '../../../wire/document/pointer.ts';
import { inline } from '../../../wire/document/print.ts';
import type { Reading, ReadPart } from '../../../wire/exchange.ts';
import { bringsMessage, readingOf } from '../../../wire/reply/message-reading.ts';
import { surplusFindings, viewFindings } from './agent-view.ts';
import { partsApart, partsInWords, sameData, samePart } from './same-parts.ts';
import type { Arrived, StepEvidence } from './step-evidence.ts';

/** Where agent code read something else than the received document says. */
export function readingFindings(
  { entry, runtime, record, sent }: StepEvidence,
  { plain }: Arrived,
): readonly Finding[] {
  const [handed] = record.inboxAfter.handed;
  if (!handed || !bringsMessage(sent)) return [];
  const expected = readingOf(plain);
  return [
    ...partFindings(entry.clause, expected.parts, handed.reading.parts, plain),
    ...fieldFindings(entry.clause, expected, handed.reading),
    ...viewFindings(entry.clause, runtime, plain, handed),
    ...surplusFindings(entry.clause, plain, handed),
  ];
}

function partFindings(
  clause: string,
  expected: readonly ReadPart[],
  read: readonly ReadPart[],
  received: unknown,
): readonly Finding[] {
  if (expected.length === 0 && read.length === 0) return contentFindings(clause, received);
  if (expected.length !== read.length) {
    const lost = read.length < expected.length ? 'parts lost' : 'parts added';
    return [
      {
        clause,
        expected: [`agent code reads ${partsInWords(expected)}`],
        actual: `${lost}: the runtime received ${partsInWords(expected)} and agent code read ${partsInWords(read)}`,
      },
    ];
  }
  return expected.flatMap((part, index) => {
    if (samePart(part, read[index])) return [];
    const words = partsApart(part, read[index]);
    return [
      {
        clause,
        expected: [`agent code reads part ${index} as ${words.expected}`],
        actual: `agent code read part ${index} as ${words.actual}`,
      },
    ];
  });
}

/** Text in `content` that no runtime reads: it arrived, and nobody will ever see it. */
function contentFindings(clause: string, received: unknown): readonly Finding[] {
  const content = valueAt(received, '/params/message/content');
  if (content === undefined) return [];
  return [
    {
      clause,
      expected: ['agent code reads the text that was sent'],
      actual: `text lost: the runtime received content ${inline(documentOf(content))} and agent code read 0 parts`,
    },
  ];
}

const FIELDS = ['role', 'messageId', 'contextId', 'taskId'] as const;

function fieldFindings(clause: string, expected: Reading, read: Reading): readonly Finding[] {
  const differing = FIELDS.filter((field) => expected[field] !== null && expected[field] !== read[field]);
  const findings = differing.map((field) => {
    const words = nodesApart(expected[field], read[field]);
    return {
      clause,
      expected: [`agent code reads ${field} ${words.expected}`],
      actual: `agent code read ${field} ${words.actual}`,
    };
  });
  const due = expected.metadata ?? {};
  if (sameData(due, read.metadata ?? {})) return findings;
  const words = nodesApart(documentOf(due), documentOf(read.metadata ?? {}));
  return [
    ...findings,
    {
      clause,
      expected: [`agent code reads metadata ${words.expected}`],
      actual: `agent code read metadata ${words.actual}`,
    },
  ];
}
