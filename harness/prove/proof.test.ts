import { describe, expect, test } from 'vitest';
import type { FaultResult } from '../faults/judge.ts';
import type { BrokenResult } from '../faults/judge-broken.ts';
import type { NeutralResult } from '../faults/judge-neutral.ts';
import type { Report } from '../report/report.ts';
import { concludeProof, type ProofParts, unkilledCases } from './proof.ts';

const killed = mutant('M108', 'killed');
const sound: BrokenResult = { kind: 'empty-object', title: 'says {}', executed: 5, unjudged: 0, vacuous: [] };
const quiet = variant('N-chunked', 'quiet', []);

describe('a proof holds', () => {
  test('when every mutant was killed and every case has a killer', () => {
    expect(conclude({ mutants: [killed], unkilled: [] })).toMatchObject({
      verdict: 'proven',
      reasons: [],
    });
  });

  test('when no case passes against a broken subject', () => {
    expect(conclude({ broken: [sound] }).verdict).toBe('proven');
  });

  test('when no variant raises an alarm', () => {
    expect(conclude({ neutral: [quiet] }).verdict).toBe('proven');
  });
});

describe('a proof of a change', () => {
  const narrowing = { since: 'main', chosen: 0, of: 9, cases: [], isBeside: false, touched: [], files: [] };
  const files = [{ file: 'harness/cli/help.ts', touches: ['nothing: no proof runs it'] }];

  test('holds when what it touches was killed', () => {
    expect(conclude({ narrowing, mutants: [killed], unkilled: [] })).toMatchObject({ verdict: 'proven' });
  });

  test.each([
    [
      'nothing that is proven depends on it',
      { ...narrowing, files },
      'nothing that is proven depends on these files',
    ],
    ['there is none', narrowing, 'nothing has changed since main'],
  ])('is inconclusive when %s: absence is no proof', (_what, narrowed, reason) => {
    expect(conclude({ narrowing: narrowed })).toMatchObject({ verdict: 'inconclusive', reasons: [reason] });
  });

  test('says that documents and tests alone affect nothing', () => {
    const beside = { ...narrowing, isBeside: true, files: [{ file: 'README.md', touches: ['nothing'] }] };
    expect(conclude({ narrowing: beside })).toMatchObject({
      verdict: 'unaffected',
      reasons: ['nothing but documents and tests has changed, and no verdict depends on them'],
    });
  });

  test('fails when a case that it touches has no killer', () => {
    expect(conclude({ narrowing: { ...narrowing, files }, unkilled: ['corpus/a@strict'] })).toMatchObject({
      verdict: 'unproven',
      reasons: ['corpus/a@strict is killed by no mutant'],
    });
  });

  test('owes killers only to the cases that it touches', () => {
    const green = (id: string) => ({ id, verdict: 'passed' });
    const baseline = { cases: [green('corpus/a@strict'), green('corpus/b@strict')] } as unknown as Report;
    expect(unkilledCases(baseline, [killed])).toEqual(['corpus/a@strict', 'corpus/b@strict']);
    expect(unkilledCases(baseline, [killed], new Set(['corpus/b@strict']))).toEqual(['corpus/b@strict']);
  });
});

describe('a proof fails', () => {
  test.each([
    ['a mutant survived', { mutants: [killed, mutant('M109', 'survived')] }, 'M109 survived: a fault'],
    [
      'a mutant turns red what it does not name',
      { mutants: [{ ...mutant('M109', 'survived'), collateral: ['corpus/a@strict', 'corpus/b@strict'] }] },
      'M109 also turns red corpus/a@strict and 1 more: name them in its kills, or let it touch less',
    ],
    [
      'no mutant kills a case',
      { mutants: [killed], unkilled: ['corpus/a@strict'] },
      'corpus/a@strict is killed by no mutant',
    ],
    [
      'a case passes against a broken subject',
      { broken: [{ ...sound, vacuous: ['corpus/a@strict'] }] },
      'corpus/a@strict passes against empty-object',
    ],
    [
      'a case is red in a variant that conforms',
      { neutral: [quiet, variant('N-slow', 'alarmed', ['corpus/a@strict'])] },
      'corpus/a@strict is red in N-slow',
    ],
  ])('when %s', (_what, parts, reason) => {
    expect(conclude(parts)).toMatchObject({ verdict: 'unproven', reasons: [reason] });
  });
});

describe('a proof is inconclusive', () => {
  test.each([
    [
      'a mutant could not be judged',
      { mutants: [mutant('M109', 'inconclusive')] },
      'M109 could not be judged',
    ],
    [
      'no case ran against a broken subject',
      { broken: [{ ...sound, executed: 0 }] },
      'no case ran against empty-object',
    ],
    ['nothing was tried', {}, 'nothing was tried'],
    [
      'a mutant never ran',
      { mutants: [{ ...mutant('M109', 'inconclusive'), hits: 0 }] },
      'M109 could not be judged: it never ran',
    ],
    [
      'a variant never ran',
      { neutral: [{ ...variant('N-slow', 'inconclusive', []), hits: 0 }] },
      'N-slow could not be judged: it never ran',
    ],
  ])('when %s', (_what, parts, reason) => {
    expect(conclude(parts)).toMatchObject({
      verdict: 'inconclusive',
      reasons: [reason],
    });
  });

  test('even when something survived as well', () => {
    const mutants = [mutant('M108', 'survived'), mutant('M109', 'inconclusive')];
    expect(conclude({ mutants }).verdict).toBe('inconclusive');
  });
});

function conclude(parts: Partial<ProofParts>) {
  return concludeProof({ seed: 1, mutants: [], neutral: [], broken: [], ...parts });
}

function mutant(id: string, verdict: FaultResult['verdict']): FaultResult {
  return { mutant: id, title: 'a fault', verdict, hits: 1, cases: [], collateral: [] };
}

function variant(id: string, verdict: NeutralResult['verdict'], red: readonly string[]): NeutralResult {
  const alarms = red.map((caseId) => ({ id: caseId, saw: 'A.4: text lost' }));
  return { variant: id, title: 'another world', verdict, hits: 1, executed: 5, of: 5, alarms };
}
