import { describe, expect, test } from 'vitest';
import type { MutantResult } from '../faults/judge.ts';
import { type BrokenResult, concludeProof } from './proof.ts';

const killed = mutant('M108', 'killed');
const sound: BrokenResult = { kind: 'empty-object', executed: 5, unjudged: 0, vacuous: [], allowed: [] };

describe('a proof holds', () => {
  test('when every mutant was killed and every case has a killer', () => {
    expect(concludeProof({ seed: 1, mutants: [killed], unkilled: [], broken: [] })).toMatchObject({
      verdict: 'proven',
      reasons: [],
    });
  });

  test('when no case passes against a broken subject', () => {
    expect(concludeProof({ seed: 1, mutants: [], broken: [sound] }).verdict).toBe('proven');
  });
});

describe('a proof fails', () => {
  test.each([
    [
      'a mutant survived',
      { mutants: [killed, mutant('M109', 'survived')], broken: [] },
      'M109 survived: a fault',
    ],
    [
      'no mutant kills a case',
      { mutants: [killed], unkilled: ['corpus/a@strict'], broken: [] },
      'corpus/a@strict is killed by no mutant',
    ],
    [
      'a case passes against a broken subject',
      { mutants: [], broken: [{ ...sound, vacuous: ['corpus/a@strict'] }] },
      'corpus/a@strict passes against empty-object',
    ],
  ])('when %s', (_what, parts, reason) => {
    expect(concludeProof({ seed: 1, ...parts })).toMatchObject({ verdict: 'unproven', reasons: [reason] });
  });
});

describe('a proof is inconclusive', () => {
  test.each([
    [
      'a mutant could not be judged',
      { mutants: [mutant('M109', 'inconclusive')], broken: [] },
      'M109 could not be judged',
    ],
    [
      'no case ran against a broken subject',
      { mutants: [], broken: [{ ...sound, executed: 0 }] },
      'no case ran against empty-object',
    ],
    ['nothing was tried', { mutants: [], broken: [] }, 'nothing was tried'],
  ])('when %s', (_what, parts, reason) => {
    expect(concludeProof({ seed: 1, ...parts })).toMatchObject({
      verdict: 'inconclusive',
      reasons: [reason],
    });
  });

  test('even when something survived as well', () => {
    const mutants = [mutant('M108', 'survived'), mutant('M109', 'inconclusive')];
    expect(concludeProof({ seed: 1, mutants, broken: [] }).verdict).toBe('inconclusive');
  });
});

function mutant(id: string, verdict: MutantResult['verdict']): MutantResult {
  return { mutant: id, title: 'a fault', verdict, cases: [], collateral: [] };
}
