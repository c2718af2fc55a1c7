import type { Verdict } from '../../support/verdict.ts';
import type { DriftFinding } from './finding.ts';
import type { DriftScope } from './scope.ts';
import type { Unread } from './source-tree.ts';

/** What a drift check came to; both suites share this part. */
export interface DriftReport {
  readonly kind: 'enum' | 'architecture';
  /** Name of the configuration that was checked. */
  readonly name: string;
  readonly verdict: Extract<Verdict, 'passed' | 'failed' | 'inconclusive'>;
  /** Why nothing, or not everything, could be judged; empty when all was. */
  readonly reasons: readonly string[];
  readonly findings: readonly DriftFinding[];
  readonly unread: readonly Unread[];
  /** Absent when the whole tree was judged. */
  readonly scope?: DriftScope;
}

/** Errors fail; else any reason makes the check inconclusive; notes and warnings never gate. */
export function verdictOf(
  findings: readonly DriftFinding[],
  reasons: readonly string[],
): DriftReport['verdict'] {
  if (findings.some(({ severity }) => severity === 'error')) return 'failed';
  return reasons.length > 0 ? 'inconclusive' : 'passed';
}
