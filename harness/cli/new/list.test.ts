import { describe, expect, it, test } from 'vitest';
import { UsageError } from '../../support/errors.ts';
import { withMember, withSuite } from './list.ts';

const path = 'faults/index.ts';
const FAULTS = `import type { Fault } from '../fault.ts';
import { partsReversed } from './content/parts-reversed.ts';
import { bomAccepted } from './reading/bom-accepted.ts';

/** All of them. */
export const FAULTS: readonly Fault[] = [
  // What becomes of content.
  partsReversed,

  // How bytes are read.
  bomAccepted,
];
`;

it('puts a member below those of its folder, and its import in order', () => {
  const member = { identifier: 'textTrimmed', from: './content/text-trimmed.ts' };
  expect(withMember({ path, text: FAULTS }, member).text).toBe(
    FAULTS.replace('  partsReversed,\n', '  partsReversed,\n  textTrimmed,\n').replace(
      "parts-reversed.ts';\n",
      "parts-reversed.ts';\nimport { textTrimmed } from './content/text-trimmed.ts';\n",
    ),
  );
});

it('puts a member of a new folder at the end', () => {
  const member = { identifier: 'zipRefused', from: './zipping/zip-refused.ts' };
  expect(withMember({ path, text: FAULTS }, member).text).toBe(
    FAULTS.replace('  bomAccepted,\n', '  bomAccepted,\n  zipRefused,\n').replace(
      "bom-accepted.ts';\n",
      "bom-accepted.ts';\nimport { zipRefused } from './zipping/zip-refused.ts';\n",
    ),
  );
});

it('begins a list that has no member yet', () => {
  const text =
    "import type { Fault } from '../fault.ts';\n\nexport const FAULTS: readonly Fault[] = [\n  // None.\n];\n";
  const member = { identifier: 'bomAccepted', from: './reading/bom-accepted.ts' };
  expect(withMember({ path, text }, member).text).toBe(
    "import type { Fault } from '../fault.ts';\nimport { bomAccepted } from './reading/bom-accepted.ts';\n\nexport const FAULTS: readonly Fault[] = [\n  // None.\n  bomAccepted,\n];\n",
  );
});

describe('a list is left alone', () => {
  const member = { identifier: 'textTrimmed', from: './content/text-trimmed.ts' };
  test.each([
    ['when it is missing', '', 'LIST_UNREADABLE'],
    [
      'when it has another form',
      'export const FAULTS: readonly Fault[] = ALL.map(toFault);\n',
      'LIST_UNREADABLE',
    ],
    ['in the middle of a merge', `<<<<<<< ours\n${FAULTS}>>>>>>> theirs\n`, 'LIST_UNREADABLE'],
    ['when it has the word already', FAULTS.replaceAll('bomAccepted', 'textTrimmed'), 'ALREADY_LISTED'],
  ])('%s', (_when, text, code) => {
    const add = () => withMember({ path, text }, member);
    expect(add).toThrow(UsageError);
    expect(add).toThrow(expect.objectContaining({ code, message: expect.stringContaining(path) }));
  });
});

test.each([
  ['hello', '  hello: async'],
  ['hello-world', "  'hello-world': async"],
])('the suite %s stands last in the list of suites', (name, line) => {
  const text =
    "const SUITES: Readonly<Record<string, () => Promise<Suite>>> = {\n  corpus: async () => (await import('./corpus/suite.ts')).suite,\n};\n";
  expect(withSuite({ path, text }, name).text).toBe(
    text.replace('};', `${line} () => (await import('./${name}/suite.ts')).suite,\n};`),
  );
});
