import { expect, it, test } from 'vitest';
import { CONTRACT_RULES } from '../corpus/revisions.ts';
import { UsageError } from '../support/errors.ts';
import { explainBetween } from './revisions.ts';

it('prints every rule that separates R1 from R3 with day, clauses and change, oldest first', () => {
  const text = explainBetween(['R1', '2026-06-06']);
  expect(text).toMatch(
    new RegExp(`^${CONTRACT_RULES.length} rules differ between R1 \\(2026-04-30\\) and R3`),
  );
  expect(text).toContain(
    [
      '2026-05-27   separatesRoots  (A.3, C.4)',
      '             Two workspaces without a parent may no longer speak to, or hear, each other.',
    ].join('\n'),
  );
  const ids = [...text.matchAll(/^\S.*? {2}(\w+) {2}\(/gm)].map(([, id]) => id);
  expect(ids).toEqual(CONTRACT_RULES.map(({ id }) => id));
});

it('tells between two days what changed, and how much may have, whichever of them is named first', () => {
  const text = explainBetween(['2026-06-05', '2026-06-04']);
  expect(text).toMatch(/^1 rule differs between 2026-06-04 and 2026-06-05; \d+ more may, since nobody knows/);
  expect(text).toMatch(/\n2026-06-05 {3}failsClosed {2}\(0\.2\)\n/);
  expect(text.indexOf('failsClosed')).toBeLessThan(text.indexOf('unknown day'));
  expect(explainBetween(['R1', 'R1'])).toBe(
    '0 rules differ between R1 (2026-04-30) and R1 (2026-04-30).\n\n',
  );
});

test.each([[['R1']], [['R1', 'R3', '2026-05-16']], [['R1', 'R2']]])(
  '%j are not two revisions',
  (revisions) => {
    expect(() => explainBetween(revisions)).toThrow(UsageError);
  },
);
