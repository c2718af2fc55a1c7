import type { Exclusion } from '../support/case.ts';
import type { ExitCode } from '../support/errors.ts';
import type { Verdict } from '../support/verdict.ts';
import type { BaselineReport, CaseBaseline } from './baseline.ts';
import type { CaseResult, JudgedSubject, ServiceLost } from './event.ts';
import type { Proof } from './proof.ts';
import type { EnvironmentFacts, Provenance } from './provenance.ts';
import type { Scope } from './scope.ts';

/** A run or suite is never `not-applicable`: where nothing applies, nothing was judged. */
export type RunVerdict = Exclude<Verdict, 'not-applicable'>;

/**
 * Where a case stands, each under one heading: its verdict, or `policy` where a behaviour was recorded and not judged.
 */
export type Heading = Verdict | 'policy';

/**
 * The one tally, which every format shows. Each case counts once from `passed` on, so those counts add up to all there
 * are: the planned and the excluded.
 */
export interface Totals {
  readonly planned: number;
  /** Cases that looked at the subject at least once, if only to set their scene and fail there. */
  readonly executed: number;
  readonly passed: number;
  /** Without those that the baseline expects. */
  readonly failed: number;
  readonly baselined: number;
  readonly inconclusive: number;
  readonly errored: number;
  /** With those that the plan left out. */
  readonly notApplicable: number;
  readonly policyAsRecorded: number;
  readonly policyChanged: number;
}

/** A case as the report holds it: its result under its heading, and the baseline entry that expects its failure. */
export interface CaseReport extends Omit<CaseResult, 'verdict'> {
  readonly verdict: Heading;
  readonly baseline?: CaseBaseline;
}

export interface SuiteReport {
  readonly suite: string;
  readonly verdict: RunVerdict;
  readonly reasons: readonly string[];
  readonly totals: Totals;
  /** Counts by value of each facet that the suite groups by: `facets.family['v0.2']`. */
  readonly facets: Readonly<Record<string, Readonly<Record<string, Totals>>>>;
}

/** A statement about the run as a whole that no case carries, and what it does to the verdict. */
export interface Fault {
  readonly verdict: Exclude<RunVerdict, 'passed'>;
  readonly reason: string;
}

/** A service that was lost in mid-run, and the cases that ran at that moment. */
export type LossReport = Omit<ServiceLost, 'event' | 'at' | 'shard'> & {
  readonly running: readonly string[];
};

/** Where the time of a run went, in milliseconds. */
export interface Timings {
  /** Until worlds were ready, all of them together. */
  readonly bootMs: number;
  /** From the first case begun to the last one ended. */
  readonly casesMs: number;
  readonly wholeMs: number;
}

/** A run that was put together from the shards of one. */
export interface Merged {
  /** How many shards the run was dealt out to. */
  readonly total: number;
  readonly shards: readonly MergedShard[];
  /** Those that nobody gave. */
  readonly missing: readonly number[];
}

/** What one shard was: a run of its own, with its own machine. */
export interface MergedShard {
  readonly index: number;
  readonly runId: string;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly timings: Timings;
  /** SHA-256 over its own log; absent where it was killed before it could seal that. */
  readonly seal?: string;
  readonly environment?: EnvironmentFacts;
}

/** The content of `report.json`; `report.schema.json` is its published form. */
export interface Report {
  readonly formatVersion: number;
  readonly runId: string;
  readonly verdict: RunVerdict;
  readonly exitCode: ExitCode;
  /** Why the verdict is not `passed`, worst first. */
  readonly reasons: readonly string[];
  readonly subject: JudgedSubject;
  readonly revision: string;
  readonly mode: string;
  readonly mutant?: string;
  readonly worldId?: string;
  readonly seed: number;
  readonly argv: readonly string[];
  readonly versions: Readonly<Record<string, string>>;
  readonly digests: Readonly<Record<string, string>>;
  /** Names among `digests` of what is judged itself; since version 4, as all that is optional down to `executed`. */
  readonly underTest?: readonly string[];
  readonly provenance?: Provenance;
  readonly startedAt: string;
  /** Time of the last event. */
  readonly endedAt: string;
  readonly durationMs: number;
  readonly timings?: Timings;
  readonly interrupted: boolean;
  readonly world?: { readonly services: readonly string[]; readonly bootMs: number };
  readonly totals: Totals;
  readonly suites: readonly SuiteReport[];
  /** Ids of what was promised, and of what looked at the subject. */
  readonly planned?: readonly string[];
  readonly executed?: readonly string[];
  readonly cases: readonly CaseReport[];
  readonly notApplicable: readonly Exclusion[];
  readonly unselected: readonly string[];
  /** Absent where the run died before it had a plan. */
  readonly scope?: Scope;
  /** Whether nothing that applies was left out; a part says nothing about the whole. */
  readonly whole: boolean;
  /** Of a run that was put together from shards: which they were, and which were missing. */
  readonly merged?: Merged;
  /** SHA-256 over the log that this was made of; absent where the run was killed before it could seal it. */
  readonly seal?: string;
  /** What ended or stood still in mid-run, in order. */
  readonly losses: readonly LossReport[];
  readonly faults: readonly Fault[];
  /** How many cases `--bail` left out, in words: what was asked for is no fault. */
  readonly bailed?: string;
  readonly warnings: readonly string[];
  readonly baseline?: BaselineReport;
  readonly proof: Proof;
}
