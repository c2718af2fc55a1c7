import type { Revision } from '../../corpus/entry.ts';
import type { DriftReport } from '../support/report.ts';

/** What one rule came to. */
export interface RuleResult {
  readonly id: string;
  readonly kind: string;
  readonly reason: string;
  readonly verdict: 'passed' | 'failed' | 'inconclusive' | 'not-applicable' | 'policy';
  /** Why it was not judged at this revision. */
  readonly why?: string;
  readonly findings: number;
  /** Findings that a written exception accepts. */
  readonly excepted: number;
}

/** The report of one file of architecture rules on one tree. */
export interface ArchitectureReport extends DriftReport {
  readonly kind: 'architecture';
  /** The revision that the tree was held against, where rules differ by it. */
  readonly revision?: Revision;
  readonly rules: readonly RuleResult[];
  readonly counts: {
    readonly files: number;
    readonly lines: number;
    readonly imports: number;
    readonly parsed: number;
    /** Rules that changed on an unknown day, and were not judged for the day of this tree. */
    readonly policy: number;
  };
}
