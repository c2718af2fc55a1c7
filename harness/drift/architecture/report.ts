import type { Revision } from '../../corpus/entry.ts';
import type { Place } from '../support/finding.ts';
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

/** A call that may be one which the rule forbids: nobody can tell the type of what it is called on. */
export interface UnresolvedCall extends Place {
  readonly rule: string;
  readonly statement: string;
}

/** The report of one file of architecture rules on one tree. */
export interface ArchitectureReport extends DriftReport {
  readonly kind: 'architecture';
  /** The revision that the tree was held against, where rules differ by it. */
  readonly revision?: Revision;
  readonly rules: readonly RuleResult[];
  /** They do not gate; a rule is as good as what it can read. */
  readonly unresolved: readonly UnresolvedCall[];
  readonly counts: {
    readonly files: number;
    readonly lines: number;
    readonly imports: number;
    readonly parsed: number;
    /** Rules that changed on an unknown day, and were not judged for the day of this tree. */
    readonly policy: number;
  };
}
