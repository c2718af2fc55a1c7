import type { Revision } from '../../../corpus/entry.ts';
import type { Finding } from '../../../support/verdict.ts';
import { bytesApart } from '../../../wire/apart.ts';
import { nodesApart } from '../../../wire/document/apart.ts';
import { differences, type NumberRule } from '../../../wire/document/compare.ts';
import { parseBytes } from '../../../wire/document/parse.ts';
import { dueOf } from '../due.ts';

const CLAUSE = 'A.4';

/**
 * Where the body that came through the platform is another than the one that came directly, but for what the contract
 * changes, and for how its numbers may be written.
 */
export function bodyFindings(
  direct: Buffer,
  platform: Buffer,
  revision: Revision,
  numbers: NumberRule,
): readonly Finding[] {
  const document = parseBytes(direct);
  if (document === undefined) return byteFindings(direct, platform);
  const received = parseBytes(platform);
  const due = dueOf(document, revision, received);
  return differences(due, received, { numbers }).map(({ path, expected, actual }) => {
    const words = nodesApart(expected, actual);
    return {
      clause: CLAUSE,
      expected: [
        expected === undefined ? `${path} is on neither route` : `${path} = ${words.expected}, as directly`,
      ],
      actual:
        actual === undefined ? `the platform lost ${path}` : `the platform sent ${path} = ${words.actual}`,
    };
  });
}

function byteFindings(direct: Buffer, platform: Buffer): readonly Finding[] {
  const windows = bytesApart(direct, platform);
  if (!windows) return [];
  return [
    {
      clause: CLAUSE,
      expected: [
        `the ${direct.length} bytes that came directly: at byte ${windows.offset} ${windows.expected}`,
      ],
      actual: `the platform sent ${platform.length} other bytes: at byte ${windows.offset} ${windows.actual}`,
    },
  ];
}
