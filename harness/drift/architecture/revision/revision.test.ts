import { describe, expect, test } from 'vitest';
import { describeError } from '../../../support/errors.ts';
import { judgeTree } from '../check-architecture.ts';
import { provenRules } from '../rules/load.ts';
import { memoryTree, type Texts } from '../tree/memory-tree.ts';
import { standingAt } from './standing.ts';

describe('a rule stands at a revision', () => {
  test.each([
    ['R1', {}, 'holds'],
    ['R1', { since: '2026-05-16' }, 'not-applicable'],
    ['2026-05-15', { since: '2026-05-16' }, 'not-applicable'],
    ['2026-05-16', { since: '2026-05-16' }, 'holds'],
    ['R3', { since: '2026-05-16' }, 'holds'],
    ['2026-05-23', { until: 'dropsTestToken' }, 'holds'],
    ['2026-05-24', { until: 'dropsTestToken' }, 'not-applicable'],
    ['R1', { since: 'R3' }, 'not-applicable'],
    ['2026-05-16', { since: 'R3' }, 'policy'],
    ['2026-05-16', { until: 'R3' }, 'policy'],
    ['2026-05-16', { since: 'mintsTokens' }, 'policy'],
    ['R3', { since: 'R3' }, 'holds'],
    ['R3', { until: 'R3' }, 'not-applicable'],
    ['R1', { until: 'R3' }, 'holds'],
    ['2026-05-10', { since: '2026-05-05', until: '2026-05-14' }, 'holds'],
    ['2026-05-14', { since: '2026-05-05', until: '2026-05-14' }, 'not-applicable'],
  ] as const)('%s, %o: %s', (revision, lifetime, kind) => {
    expect(standingAt(lifetime, revision).kind).toBe(kind);
  });
});

const rule = (id: string, more: string) => `
  - id: ${id}
    reason: These two must not meet.
    ${more}
    forbidden: { from: [a/], to: [b/] }
    proof:
      good: [{ a/x.ts: "export {};\\n", b/y.ts: "export {};\\n" }]
      bad: [{ change: { a/x.ts: "import '../b/y.ts';\\n" }, at: ['a/x.ts:1'] }]`;
const fileOf = (...rules: readonly string[]) => `version: 1
name: example
tree: { include: ['**'] }
marks:
  - { file: a/old.ts, until: 2026-05-24 }
  - { file: a/older.ts, until: 2026-05-05 }
  - { file: a/new.ts, since: 2026-05-23 }
  - { file: a/newer.ts, since: R3 }
rules:${rules.join('')}
`;

const RULES = fileOf(rule('always', ''), rule('lately', 'since: 2026-05-23'), rule('some-day', 'since: R3'));
const BROKEN = { 'a/x.ts': "import '../b/y.ts';\n", 'b/y.ts': 'export {};\n' };

function judged(revision: 'R1' | 'R3' | '2026-05-16', texts: Texts = BROKEN, rules = RULES) {
  const set = provenRules(rules, 'rules.yaml');
  return judgeTree(set, memoryTree(texts, set.scope), { revision });
}

describe('a tree', () => {
  test('is judged by all rules at R3, and says at what it was judged', () => {
    expect(judged('R3')).toMatchObject({ revision: 'R3', verdict: 'failed', counts: { policy: 0 } });
    expect(judged('R3').findings.map((each) => each.rule)).toEqual(['always', 'lately', 'some-day']);
  });

  test('is judged at R1 by the rules that held there', () => {
    const report = judged('R1');
    expect(report.findings.map((each) => each.rule)).toEqual(['always']);
    expect(report.rules.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual([
      'always failed',
      'lately not-applicable',
      'some-day not-applicable',
    ]);
  });

  test('of a day between them is not judged by what changed on an unknown day, and that is counted', () => {
    const report = judged('2026-05-16');
    expect(report).toMatchObject({ counts: { policy: 1 }, verdict: 'failed' });
    expect(report.rules[2]).toMatchObject({
      id: 'some-day',
      verdict: 'policy',
      why: 'it began on an unknown day between R1 (2026-04-30) and R3 (2026-06-06)',
    });
  });

  test('at which no rule holds is not judged, and never passes', () => {
    const report = judged('R1', BROKEN, fileOf(rule('some-day', 'since: R3')));
    expect(report).toMatchObject({ verdict: 'inconclusive', reasons: ['No rule of example holds at R1.'] });
  });

  test.each([
    ['R3', 'a/old.ts', 'older', 'a/old.ts:1:1, which builds have until 2026-05-24', 'R1, or its day'],
    ['R1', 'a/new.ts', 'later', 'a/new.ts:1:1, which builds have since 2026-05-23', 'R3, or its day'],
    [
      '2026-05-16',
      'a/older.ts',
      'older',
      'a/older.ts:1:1, which builds have until 2026-05-05',
      'R1, or its day',
    ],
  ] as const)('of another revision than %s gets one message, by %s', (revision, file, is, which, fix) => {
    const report = judged(revision, { ...BROKEN, [file]: 'export {};\n' });
    expect(report).toMatchObject({ verdict: 'inconclusive', findings: [], rules: [], counts: { policy: 0 } });
    expect(report.reasons).toEqual([
      `The tree is ${is} than ${revision}, so no rule was judged; it has ${which}. Give the revision of the build: --revision ${fix}.`,
    ]);
  });

  test('has all files that tell in that one message', () => {
    const both = { ...BROKEN, 'a/old.ts': '', 'a/older.ts': '' };
    expect(judged('R3', both).reasons).toEqual([expect.stringMatching(/a\/old\.ts:1:1.*; a\/older\.ts:1:1/)]);
  });

  test('is not told to be another by a file that came on an unknown day between the two', () => {
    expect(judged('2026-05-16', { ...BROKEN, 'a/newer.ts': '' }).verdict).toBe('failed');
  });
});

test('a tree without the file that a later rule is about has one finding, at the rule, with the way out', () => {
  const proof = `proof:
      good: [{ types.ts: "const A = 'a';\\nconst B = 'b';\\n", b.ts: "export {};\\n" }]
      bad: [{ change: { types.ts: "const A = 'a';\\nconst B = 'c';\\n" }, at: ['types.ts:2'] }]`;
  const names = `
  - id: names
    reason: Others switch on these names.
    since: R3
    names: { left: { files: [types.ts], constants: { name: . } }, right: { values: [a, b] } }
    ${proof}`;
  const report = judged('R3', BROKEN, fileOf(rule('always', ''), names));
  expect(report.findings.map(({ file, line, rule: id }) => `${file}:${line} ${id}`)).toEqual([
    'a/x.ts:1 always',
    'rules.yaml:17 names',
  ]);
  expect(report.findings[1]?.message).toContain('no file matches ‘types.ts’');
  expect(report.findings[1]?.message).toContain('say with --revision of when the tree is if it is older');
});

test('a turn that is no day, no rule of the contract and not R3 is refused, with the rule that has it', () => {
  for (const [turn, says] of [
    ['soon', 'some: ‘soon’ is no day, no rule of the contract and not R3'],
    ['2026-13-40', 'some: ‘2026-13-40’ is no day'],
    ['2027-01-01', 'some: ‘2027-01-01’ lies outside of 2026-04-30 to 2026-06-06'],
  ] as const) {
    const message = refusal(fileOf(rule('some', `since: ${turn}`)));
    expect(message).toContain('rules.yaml');
    expect(message).toContain(says);
  }
});

function refusal(text: string): string {
  try {
    provenRules(text, 'rules.yaml');
    return 'accepted';
  } catch (error) {
    return describeError(error);
  }
}
