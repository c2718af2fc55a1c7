import { describe, expect, test } from 'vitest';
import { describeError } from '../../../support/errors.ts';
import { loadRules, provenRules } from './load.ts';

const PROOF = `
    proof:
      good: [{ a/x.ts: "export {};\\n", b/y.ts: "export {};\\n" }]
      bad: [{ change: { a/x.ts: "import '../b/y.ts';\\n" }, at: ['a/x.ts:1'] }]`;
const FORBIDDEN = 'forbidden: { from: [a/], to: [b/] }';

describe('a file of rules', () => {
  test('loads when its fixtures prove every rule', () => {
    const { rules } = provenRules(fileOf(FORBIDDEN + PROOF), 'rules.yaml');
    expect(rules).toMatchObject([
      { id: 'apart', line: 6, check: { kind: 'forbidden', settings: { transitive: false } } },
    ]);
  });

  test.each([
    [
      'an unknown key, with the nearest name',
      FORBIDDEN.replace('from', 'form') + PROOF,
      'unknown key ‘form’, did you mean ‘from’?',
    ],
    [
      'an unknown kind of rule, with the nearest name',
      FORBIDDEN.replace('forbidden', 'forbiden') + PROOF,
      'unknown key ‘forbiden’, did you mean ‘forbidden’?',
    ],
    ['a rule without a proof', FORBIDDEN, "must have required property 'proof'"],
    [
      'a proof without a bad tree',
      `${FORBIDDEN}\n    proof: { good: [{ a.ts: x }] }`,
      "must have required property 'bad'",
    ],
    [
      'a proof with an empty list',
      `${FORBIDDEN}\n    proof: { good: [], bad: [] }`,
      'must NOT have fewer than 1 items',
    ],
    [
      'a rule of two kinds',
      `${FORBIDDEN}\n    size: { files: [a/], maxLines: 1 }${PROOF}`,
      'needs exactly one of',
    ],
    ['a rule of no kind', PROOF.trimStart(), 'has none'],
    ['a rule that forbids nothing', `forbidden: { from: [a/] }${PROOF}`, 'forbids nothing'],
    [
      'a pattern that does not compile',
      `absent: { files: [a/], patterns: ['}{'] }${PROOF}`,
      'pattern ‘}{’ does not compile',
    ],
    [
      'a pattern of two statements',
      `absent: { files: [a/], patterns: ['a(); b();'] }${PROOF}`,
      'does not compile',
    ],
    [
      'an unfinished pattern',
      `absent: { files: [a/], patterns: ['f($$$'] }${PROOF}`,
      'pattern ‘f($$$’ does not compile',
    ],
    [
      'an ast-grep rule that does not compile',
      `absent: { files: [a/], patterns: [{ rule: { knid: x } }] }${PROOF}`,
      'does not compile',
    ],
    [
      'a call rule with two demands',
      `calls: { files: [a/], when: ['f()'], also: ['g()'], onlyIn: [h] }${PROOF}`,
      'needs exactly one of also',
    ],
    [
      'names from nowhere',
      `names: { left: { files: [a/] }, right: { values: [x] } }${PROOF}`,
      'left needs exactly one of list',
    ],
    [
      'a regular expression that does not compile',
      `names: { left: { files: [a/], regex: '(' }, right: { values: [x] } }${PROOF}`,
      'regular expression ‘(’ does not compile',
    ],
    [
      'layers that no rule declares',
      `everyFileHasALayer: { files: [a/], layersOf: [layrs] }${PROOF}`,
      'layersOf names ‘layrs’',
    ],
    [
      'a fixture folder that is not there',
      `${FORBIDDEN}\n    proof: { good: [nowhere], bad: [{ change: { a: b }, at: [a:1] }] }`,
      'fixture folder nowhere does not exist',
    ],
  ])('is refused for %s', (_, rule, words) => {
    expect(refusal(fileOf(rule))).toContain(words);
  });

  test('is refused for YAML that does not parse, with the line', () => {
    expect(refusal('version: 1\nname: [x\n')).toMatch(/line 3/);
  });

  test('is refused for two rules with one id', () => {
    const rule = fileOf(FORBIDDEN + PROOF);
    expect(refusal(rule + rule.slice(rule.indexOf('  - id')))).toContain('apart: two rules have this id');
  });

  test('is refused with exit code 3 when it cannot be read', () => {
    expect(() => loadRules('/nowhere/rules.yaml')).toThrow(expect.objectContaining({ exitCode: 3 }));
  });
});

describe('a proof', () => {
  test.each([
    [
      'whose good tree the rule rejects',
      PROOF.replace('a/x.ts: "export {}', "a/x.ts: \"import '../b/y.ts'"),
      'good fixture 1 is not good, the rule finds a/x.ts:1',
    ],
    [
      'whose good tree has nothing to look at',
      PROOF.replace('b/y.ts: "export', 'c/y.ts: "export'),
      'good fixture 1 proves nothing: to: no file matches ‘b/’',
    ],
    [
      'whose good tree does not parse',
      PROOF.replace('export {}', 'export {'),
      'good fixture 1: a/x.ts cannot be parsed',
    ],
    [
      'whose bad tree is silent',
      PROOF.replace("import '../b", "import '../c"),
      'bad fixture 1 must be found at a/x.ts:1, found nothing',
    ],
    [
      'whose bad tree is found elsewhere',
      PROOF.replace('x.ts:1', 'x.ts:2'),
      'must be found at a/x.ts:2, found a/x.ts:1',
    ],
    [
      'whose bad tree is found more often',
      PROOF.replace("y.ts';", "y.ts'; import '../b/y.ts';"),
      'found a/x.ts:1, a/x.ts:1',
    ],
  ])('refuses a rule %s', (_, proof, words) => {
    expect(refusal(fileOf(FORBIDDEN + proof))).toContain(words);
  });
});

function fileOf(rule: string): string {
  return `version: 1
name: example
tree: { include: ['**'] }
rules:
  # the only one
  - id: apart
    reason: These two must not meet.
    ${rule}
`;
}

function refusal(text: string): string {
  try {
    provenRules(text, 'rules.yaml');
    return 'accepted';
  } catch (error) {
    return describeError(error);
  }
}
