import { checkCorpus, loadCorpus } from '../../corpus/index.ts';
import type { CorpusProblem } from '../../corpus/problem.ts';
import { type Judged, NO_PROOF, type Suite } from '../suite.ts';

/** The rules of `assay corpus check` that a fault is planted against. */
const RULES = ['pins', 'coverage', 'provenance'] as const;

/**
 * `assay corpus check` of a folder as a suite, a case for each rule: `corpus-check/<rule>`. It is no gated suite of
 * its own; it stands here so that faults of the corpus are judged as all others are.
 */
export function corpusCheck(folder: string): Suite<AsyncDisposable, readonly CorpusProblem[]> {
  return {
    name: 'corpus-check',
    title: 'The corpus is whole, sound and of known origin.',
    needs: ['source-tree'],
    isolation: 'shared',
    runner: 'in-line',
    groups: [],
    plan: async () => {
      const cases = RULES.map((rule) => ({
        ...{ id: `corpus-check/${rule}`, suite: 'corpus-check', title: `Rule ${rule} of the corpus` },
        ...{ clause: rule, facets: { rule } },
      }));
      return { cases, excluded: [] };
    },
    open: async () => ({ [Symbol.asyncDispose]: () => Promise.resolve() }),
    perform: async () => checkCorpus(await loadCorpus(folder)),
    judge: (problems, { planned }) => judgeRule(problems, planned.clause),
    proof: async () => NO_PROOF,
  };
}

function judgeRule(problems: readonly CorpusProblem[], clause: string): Judged {
  const findings = problems
    .filter(({ rule }) => rule === clause)
    .map(({ file, message, fix }) => ({ clause, expected: [fix], actual: `${file}: ${message}` }));
  const counted = { findings, observations: 1, bytesSent: 0 };
  if (findings.length === 0) return { ...counted, verdict: 'passed' };
  return { ...counted, verdict: 'failed', reason: findings[0]?.actual ?? clause };
}
