import { describe, expect, it, test } from 'vitest';
import { UsageError } from '../../support/errors.ts';
import { checkName, identifierOf, type Kind } from './name.ts';

describe('a name is refused with one that would do', () => {
  test.each<[Kind, string, string]>([
    ['entry', 'V03_Text', 'v03-text'],
    ['entry', 'v03--text', 'v03-text'],
    ['entry', '../v03-text', 'v03-text'],
    ['fault', 'TextTrimmed', 'text-trimmed'],
    ['fault', '2-texts-lost', 'texts-lost'],
    ['suite', 'my suite', 'my-suite'],
    ['suite', '', 'text-trimmed'],
    ['suite', 'a-suite-that-has-a-name-without-end', 'text-trimmed'],
    ['variant', 'delete', 'text-trimmed'],
    ['fault', 'at', 'text-trimmed'],
  ])('%s "%s": %s', (kind, name, proposed) => {
    expect(refusalOf(kind, name)).toMatchObject({
      code: 'UNFIT_NAME',
      exitCode: 3,
      message: expect.stringContaining(`"${name}"`),
      fix: expect.stringMatching(new RegExp(`: ${proposed}\\.$`)),
    });
  });
});

test.each<[Kind, string]>([
  ['entry', '10-parts'],
  ['entry', 'v03-text'],
  ['fault', 'text-cut-at-64k'],
  ['suite', 'hello'],
])('%s "%s" is accepted', (kind, name) => {
  expect(refusalOf(kind, name)).toBeUndefined();
});

it('makes the word of code that a file is known by', () => {
  expect(identifierOf('text-cut-at-64k')).toBe('textCutAt64k');
});

function refusalOf(kind: Kind, name: string): UsageError | undefined {
  try {
    checkName(kind, name);
    return undefined;
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
}
