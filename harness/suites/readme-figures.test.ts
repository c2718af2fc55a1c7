import { expect, test } from 'vitest';
import { withFigures } from './readme-figures.ts';
import type { SuiteFacts } from './tables.ts';

const SAMPLE = `9 planned, 9 executed, 9 passed, 0 failed, 9 not applicable
9 policy, not judged: 9 as recorded, 0 changed
9 not applicable:
  9 × another reason
proof: 9 of 9 mutants killed, 0 vacuous cases, 0 false alarms in 9 variants
\`Assay judged 1 of 9 cases\`
`;

const planned = (id: string, expected: string) => ({ id, facets: { expected } });
const killing = (name: string) => ({ plant: { kind: 'service' }, kills: [{ cases: [name] }] });
const facts = [
  {
    plan: {
      cases: [planned('x/a', 'policy'), planned('x/b', 'delivered')],
      excluded: [{ id: 'x/old', reason: 'too old' }],
    },
    proof: { faults: [killing('a'), killing('b'), killing('old')], neutral: [{}] },
  },
  {
    plan: { cases: [planned('y/a', 'delivered')], excluded: [] },
    proof: { faults: [killing('a'), killing('a')], neutral: [{}] },
  },
] as unknown as readonly SuiteFacts[];

test('every figure that went stale is told as the lists have it', () => {
  expect(withFigures(SAMPLE, facts)).toEqual({
    missing: [],
    page: `3 planned, 3 executed, 2 passed, 0 failed, 1 not applicable
1 policy, not judged: 1 as recorded, 0 changed
1 not applicable:
  1 × too old
proof: 4 of 4 mutants killed, 0 vacuous cases, 0 false alarms in 2 variants
\`Assay judged 1 of 3 cases\`
`,
  });
});

test('a figure whose place was reworded is named, for nothing would hold it any more', () => {
  const reworded = SAMPLE.replace('judged 1 of 9 cases', 'looked at a part');
  expect(withFigures(reworded, facts).missing).toEqual(['judged 1 of \\d+ cases']);
});
