import type { DriftReport } from '../support/report.ts';

/** What one rule came to. */
export interface RuleResult {
  readonly id: string;
  readonly kind: string;
  readonly reason: string;
  readonly verdict: 'passed' | 'failed' | 'inconclusive';
  readonly findings: number;
  /** Findings that a written exception accepts. */
  readonly excepted: number;
}

/** The report of one file of architecture rules on one tree. */
export interface ArchitectureReport extends DriftReport {
  readonly kind: 'architecture';
  readonly rules: readonly RuleResult[];
  readonly counts: {
    readonly files: number;
    readonly lines: number;
    readonly imports: number;
    readonly parsed: number;
  };
}
