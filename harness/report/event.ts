import type { CaseIdentity, Exclusion, PlannedCase } from '../support/case.ts';
import type { Judgement } from '../support/verdict.ts';
import type { Baseline } from './baseline.ts';
import type { Proof } from './proof.ts';
import type { Provenance } from './provenance.ts';
import type { Scope } from './scope.ts';

/** Version of both `events.ndjson` and `report.json` as they are written. */
export const FORMAT_VERSION = 4;

/** The versions that can still be read; what came later is absent from the older ones. */
export const READABLE_VERSIONS: readonly number[] = [3, FORMAT_VERSION];

/** A judged case as the suite reports it; `evidence` holds paths relative to the run directory. */
export interface CaseResult extends CaseIdentity, Judgement {
  readonly outcome?: string;
  readonly expectedOutcome?: string;
  readonly durationMs: number;
  /** How often the case looked at the subject: requests that it sent, files that it read. None is no result. */
  readonly observations: number;
  readonly bytesSent: number;
  readonly reproduce: string;
  readonly evidence: readonly string[];
  /** Payload sent, forwarded and received, as text ready to print. */
  readonly diff?: string;
  /** Markdown that the summary shows whatever the verdict, such as a table of an enum's values. */
  readonly table?: string;
  /** What could not be looked at although the case was judged, each with its reason: `rows (A.12): …`. */
  readonly unjudged?: readonly string[];
  /** The subject's log lines that carry the request id of this case. */
  readonly logLines?: readonly string[];
}

/** Which platform or runtime is judged, as its subject file names it. */
export interface JudgedSubject {
  readonly name: string;
  readonly kind: string;
  readonly revision: string;
}

interface Stamped<Name extends string> {
  readonly event: Name;
  /** ISO time of the harness's clock. */
  readonly at: string;
  /** In the log of a merged run, index of the shard that wrote it; absent from what the merged run says itself. */
  readonly shard?: number;
}

/** Always the first event: everything that names the run and what it judges. */
export interface RunStarted extends Stamped<'run.started'> {
  readonly runId: string;
  readonly formatVersion: number;
  /** Equal for runs of the same clone. */
  readonly clone: string;
  readonly seed: number;
  /** The whole command line behind `assay`, without secrets. */
  readonly argv: readonly string[];
  readonly subject: JudgedSubject;
  readonly revision: string;
  readonly mode: string;
  readonly mutant?: string;
  readonly worldId?: string;
  /** Which harness judges, with which corpus, and where; since version 4. */
  readonly provenance?: Provenance;
  /** How far the gates were proven when it started. */
  readonly proof?: Proof;
  /** The known failures of the subject, as they were read when it started. */
  readonly baseline?: Baseline;
  readonly versions: Readonly<Record<string, string>>;
  readonly digests: Readonly<Record<string, string>>;
}

/** A suite that owes a result, and the facets by which its cases are counted. */
export interface PlannedSuite {
  readonly name: string;
  readonly groups: readonly string[];
}

/** What the run promises: each suite asked for, each case to execute, and each case left out. */
export interface RunPlanned extends Stamped<'run.planned'> {
  readonly suites: readonly PlannedSuite[];
  readonly cases: readonly PlannedCase[];
  readonly excluded: readonly Exclusion[];
  /**
   * Ids that exist and apply, but that `-g`, `--shard` or `--last-failed` left out of this run; `<suite>/*` stands
   * for a whole suite that was not asked for.
   */
  readonly unselected?: readonly string[];
  readonly scope: Scope;
}

/** The run was put together from shards of one, whose own events bear their index; comes after `run.planned`. */
export interface RunMerged extends Stamped<'run.merged'> {
  /** How many shards it was dealt out to. */
  readonly total: number;
}

export interface WorldReady extends Stamped<'world.ready'> {
  readonly services: readonly string[];
  readonly bootMs: number;
  /** What exactly ran, by service: `process:sha256:<hex>` over its code. */
  readonly digests?: Readonly<Record<string, string>>;
  /** Which of the services are the subject itself. */
  readonly underTest?: readonly string[];
}

export interface CaseStarted extends Stamped<'case.started'> {
  readonly id: string;
}

export interface CaseFinished extends Stamped<'case.finished'>, CaseResult {}

/** A case that ended without a judged result: an exception, a timeout, a fixture that failed. */
export interface CaseCrashed extends Stamped<'case.crashed'> {
  readonly id: string;
  readonly message: string;
  readonly durationMs: number;
}

/** Something about the run itself; `error` means the harness or the environment is at fault. */
export interface RunWarning extends Stamped<'run.warning'> {
  readonly level: 'warning' | 'error';
  readonly message: string;
}

/** A service that has ended, stands still or answers no more in mid-run, although no case had ordered it; its world is of no use from then on. */
export interface ServiceLost extends Stamped<'service.lost'> {
  readonly service: string;
  /** Whether it is the subject itself, and no part of the world that we provide. */
  readonly isSubject: boolean;
  readonly state: 'ended' | 'stopped' | 'unreachable';
  /** Where a subject that runs elsewhere answers no more, and the code of the transport. */
  readonly url?: string;
  readonly failure?: string;
  /** How it ended, where that is known. */
  readonly code?: number;
  readonly signal?: string;
  /** The last that it wrote, at most 50. */
  readonly lastLines: readonly string[];
  /** Suites of which no case can be judged any more. */
  readonly suites: readonly string[];
}

/** No further case of these suites is begun: it would come to nothing, or enough have not passed. */
export interface RunStopped extends Stamped<'run.stopped'> {
  readonly why: string;
  /** The run was told to stop then, by `--bail`. */
  readonly asked?: true;
  readonly suites: readonly string[];
}

/** Why no further case is begun. */
export type GivenUp = Pick<RunStopped, 'why' | 'asked'>;

export interface RunInterrupted extends Stamped<'run.interrupted'> {
  readonly signal: string;
}

/** How the test runner's process ended; `exitCode` is null after a signal. */
export interface RunFinished extends Stamped<'run.finished'> {
  readonly exitCode: number | null;
  readonly signal: string | null;
}

/** What lies among the evidence when all is over: SHA-256 of each file, by its path from the run directory. */
export interface RunEvidence extends Stamped<'run.evidence'> {
  readonly files: Readonly<Record<string, string>>;
}

/** Always the last event of a run that was not killed: SHA-256 over all lines before it. */
export interface RunSealed extends Stamped<'run.sealed'> {
  readonly sha256: string;
}

export type RunEvent =
  | RunStarted
  | RunPlanned
  | RunMerged
  | WorldReady
  | CaseStarted
  | CaseFinished
  | CaseCrashed
  | RunWarning
  | ServiceLost
  | RunStopped
  | RunInterrupted
  | RunFinished
  | RunEvidence
  | RunSealed;

/** An event as its author writes it; the log adds the time. */
export type NewEvent = RunEvent extends infer Each
  ? Each extends RunEvent
    ? Omit<Each, 'at'>
    : never
  : never;

const KNOWN = {
  'run.started': true,
  'run.planned': true,
  'run.merged': true,
  'world.ready': true,
  'case.started': true,
  'case.finished': true,
  'case.crashed': true,
  'run.warning': true,
  'service.lost': true,
  'run.stopped': true,
  'run.interrupted': true,
  'run.finished': true,
  'run.evidence': true,
  'run.sealed': true,
} as const satisfies Record<RunEvent['event'], true>;

/** Whether a parsed line is an event of this format; its fields beyond name and time are the author's word. */
export function isRunEvent(value: unknown): value is RunEvent {
  if (typeof value !== 'object' || value === null || !('event' in value) || !('at' in value)) return false;
  return typeof value.at === 'string' && typeof value.event === 'string' && Object.hasOwn(KNOWN, value.event);
}
