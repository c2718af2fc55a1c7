import type { CaseIdentity } from '../support/case.ts';
import { type CaseAt, type Judged, NO_PROOF, type Suite } from './suite.ts';

/** A case of a suite that only tests know. */
export function caseOf(suite: string, name: string): CaseIdentity {
  return { id: `${suite}/${name}`, suite, title: `Title of ${name}`, clause: 'A.1', facets: {} };
}

/** A suite that only tests know: its cases pass, unless `over` says otherwise. */
export function testSuite(name: string, cases: readonly string[], over: Partial<Suite> = {}): Suite {
  return {
    name,
    title: `What ${name} holds.`,
    needs: ['source-tree'],
    isolation: 'shared',
    runner: 'in-line',
    groups: [],
    plan: async () => ({ cases: cases.map((each) => caseOf(name, each)), excluded: [] }),
    open: async () => ({ [Symbol.asyncDispose]: () => Promise.resolve() }),
    perform: async () => undefined,
    judge: () => PASSED,
    proof: async () => NO_PROOF,
    ...over,
  };
}

export const PASSED: Judged = { verdict: 'passed', findings: [], observations: 1, bytesSent: 0 };

/** The address of the platform that a case meets. */
export function platformOf({ world }: CaseAt): string {
  return world?.platform?.url ?? 'no world';
}
