import type { DriftFinding } from '../../drift/index.ts';
import type { MutantResult } from '../../faults/judge.ts';

/** Where a planted drift must be found. */
export interface Expected {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
}

/** A planted drift: its name in reports, and the case of ours that it proves, or the tree that it lies in. */
export interface Planted {
  readonly id: string;
  readonly title: string;
  readonly caseId: string;
}

/** Killed means: found once, by the right rule, at the right line, and nothing else was found. */
export function fateOf(
  { id, title, caseId }: Planted,
  expected: Expected,
  findings: readonly DriftFinding[],
): MutantResult {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const [only] = errors;
  const hit = only !== undefined && errors.length === 1 && samePlace(only, expected);
  const state = hit ? 'killed' : errors.length === 0 ? 'survived' : 'other-reason';
  const saw = errors.map(inWords).join(' | ') || 'nothing was found';
  return {
    ...{ mutant: id, title, collateral: [] },
    verdict: hit ? 'killed' : 'survived',
    cases: [{ id: caseId, state, saw: hit ? saw : `${saw}; due was ${inWords(expected)}` }],
  };
}

/** A drift whose tree was not clean before or after it proves nothing. */
export function unjudged(results: readonly MutantResult[], why: string): readonly MutantResult[] {
  return results.map((result) => ({
    ...result,
    verdict: 'inconclusive',
    cases: result.cases.map(({ id }) => ({ id, state: 'unjudged', saw: why })),
  }));
}

function samePlace(found: Expected, due: Expected): boolean {
  return found.rule === due.rule && found.file === due.file && found.line === due.line;
}

function inWords({ rule, file, line }: Expected): string {
  return `${file}:${line} ${rule}`;
}
