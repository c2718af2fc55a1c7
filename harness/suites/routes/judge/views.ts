import { times } from '../../../support/plural.ts';
import type { Finding } from '../../../support/verdict.ts';
import { nodesApart } from '../../../wire/document/apart.ts';
import { differences, type NumberRule } from '../../../wire/document/compare.ts';
import { documentOf, type JsonNode, parseBytes } from '../../../wire/document/parse.ts';
import { nodeAt } from '../../../wire/document/pointer.ts';
import type { Handed } from '../../../wire/exchange.ts';
import type { StepRecord } from '../../corpus/case-record.ts';
import { arrivedBytes } from '../arrived.ts';
import type { Alignment } from './align.ts';

const CLAUSE = 'A.7';

/** So many differences tell the case; the rest are the same again. */
const LIMIT = 4;

/** Where agent code saw something else through the platform than of the same message that came directly. */
export function viewFindings(
  platform: StepRecord,
  forwarded: StepRecord,
  align: Alignment,
  numbers: NumberRule,
): readonly Finding[] {
  const [seen, due] = [platform.inboxAfter.handed, forwarded.inboxAfter.handed];
  if (seen.length !== due.length) return [countFinding(seen.length, due.length)];
  const given = givenIn(forwarded);
  return due.flatMap((each, index) => {
    const other = seen[index];
    if (!other) return [];
    const [expected, actual] = [align.value(viewOf(each)), documentOf(viewOf(other))];
    for (const view of [expected, actual]) forgetMade(view, given);
    return differences(expected, actual, { limit: LIMIT, numbers }).map((difference) => {
      const words = nodesApart(difference.expected, difference.actual);
      return {
        clause: CLAUSE,
        expected: [`agent code sees ${difference.path} ${words.expected}, as directly`],
        actual: `through the platform agent code saw ${difference.path} ${words.actual}`,
      };
    });
  });
}

function countFinding(seen: number, due: number): Finding {
  return {
    clause: CLAUSE,
    expected: [`agent code is called ${times(due)}, as directly`],
    actual: `agent code was called ${times(seen)} through the platform, and ${times(due)} directly`,
  };
}

function viewOf({ raw, reading, request }: Handed): unknown {
  return { raw, reading, ...(request !== undefined && { request }) };
}

/** Ids that a runtime makes where a message has none. */
const MADE = ['contextId', 'taskId'] as const;

function givenIn(step: StepRecord): ReadonlySet<string> {
  const bytes = arrivedBytes(step);
  const message = bytes && nodeAt(parseBytes(bytes), '/params/message');
  return new Set(message instanceof Map ? message.keys() : []);
}

/** What a runtime made itself is another for each message. */
function forgetMade(view: JsonNode, given: ReadonlySet<string>): void {
  for (const part of ['/raw', '/reading']) {
    const fields = nodeAt(view, part);
    if (!(fields instanceof Map)) continue;
    for (const name of MADE) if (!given.has(name)) fields.delete(name);
  }
}
