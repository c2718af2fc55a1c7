import { expect, test } from 'vitest';
import { EXIT } from '../support/errors.ts';
import { type BulkExpectation, expectationInWords, expectationNamed, verdictOn } from './expectation.ts';
import type { ReplyOutcome } from './outcome.ts';

const TABLE: readonly [outcome: ReplyOutcome, status: number | undefined, ...expected: string[]][] = [
  // outcome, status, under answered, under result, under status=200
  ['answered', 200, 'met', 'met', 'met'],
  ['unanswered', 200, 'broken', 'met', 'met'],
  ['unknown', 200, 'unjudged', 'met', 'met'],
  ['queued', 202, 'unjudged', 'unjudged', 'broken'],
  ['mismatched', 200, 'broken', 'broken', 'met'],
  ['failed-task', 200, 'broken', 'broken', 'met'],
  ['rejected-loud', 401, 'broken', 'broken', 'broken'],
  ['rejected-loud', 404, 'broken', 'broken', 'broken'],
  ['rejected-loud', 429, 'unjudged', 'unjudged', 'broken'],
  ['rejected-opaque', 200, 'broken', 'broken', 'met'],
  ['rejected-opaque', undefined, 'broken', 'broken', 'broken'],
  ['hang', undefined, 'broken', 'broken', 'broken'],
  ['unreachable', undefined, 'unjudged', 'unjudged', 'unjudged'],
  ['errored', undefined, 'unjudged', 'unjudged', 'unjudged'],
];

test.each(TABLE)('%s with HTTP %s is judged by what was expected', (outcome, status, ...verdicts) => {
  const expectations: readonly BulkExpectation[] = ['answered', 'result', 'status=200'].map(expectationNamed);
  expect(expectations.map((expectation) => verdictOn(expectation, { outcome, status }))).toEqual(verdicts);
});

test.each(['answered', 'result', 'status=404'])('--expect %s is read and said again', (text) => {
  expect(expectationInWords(expectationNamed(text))).toBe(text);
});

test.each(['delivered', 'status', 'status=', 'status=20', 'status=999', 'ANSWERED', ''])(
  '--expect %j is refused with what there is',
  (text) => {
    expect(() => expectationNamed(text)).toThrow(expect.objectContaining({ exitCode: EXIT.usage }));
  },
);
