import type { Page } from '@playwright/test';
import { WORLD_PARTS, type WorldDescription, type WorldHandle } from '../environment/index.ts';
import type { Broken, Fault, Neutral } from '../faults/fault.ts';
import type { CaseResult } from '../report/event.ts';
import type { CaseIdentity, PlannedCase } from '../support/case.ts';
import type { Redactor } from '../support/redaction/redactor.ts';
import type { Sender } from '../wire/sender.ts';
import type { Evidence } from './evidence.ts';
import type { Guests } from './guests.ts';
import type { Trail } from './log-lines.ts';
import type { Plan, Scene } from './plan.ts';

/** What a suite can need: parts of a world, a browser, or the files of a source tree. */
export const NEEDS = [...WORLD_PARTS, 'browser', 'source-tree'] as const;
export type Need = (typeof NEEDS)[number];

/**
 * A gated group of cases as a value. `open` is called once for each process that performs cases; `perform` acts and
 * records, `judge` turns what was recorded into a statement and touches nothing else.
 */
export interface Suite<Bench extends AsyncDisposable = AsyncDisposable, Observed = unknown> {
  readonly name: string;
  /** What it judges, in one sentence. */
  readonly title: string;
  /** Only what the selected suites need is booted. */
  readonly needs: readonly Need[];
  /** `own` keeps its world to itself: its cases restart services or move clocks under the others. */
  readonly isolation: 'shared' | 'own';
  /** Services that its cases cut off by the handle; the others reach them by a link. Only with a world of its own. */
  readonly links?: readonly string[];
  /**
   * Its cases put the clock of the platform forward, by their handle, and run one at a time. Only with a world of its own;
   * a subject other than the reference has a world without such a clock.
   */
  readonly clock?: 'driven';
  /** The process of the command, which costs least; or Playwright Test, for cases that need a page. */
  readonly runner: 'playwright' | 'in-line';
  /** Facets by which reports count its cases, the most telling first. */
  readonly groups: readonly string[];
  plan(scene: Scene): Promise<Plan>;
  open(): Promise<Bench>;
  perform(bench: Bench, at: CaseAt): Promise<Observed>;
  judge(observed: Observed, at: CaseAt): Judged;
  /** Absolute paths of the files that a case is made from, besides code. Without it nobody knows. */
  sourcesOf?(planned: CaseIdentity): Promise<readonly string[]>;
  /** Whether a case waits for seconds for what may still come: a proof in a hurry looks at others where it can. */
  waits?(planned: CaseIdentity): boolean;
  /** Its cases take seconds each: whatever draws some cases for a proof draws fewer of them. */
  readonly costly?: true;
  /** What only the suite can tell of the cases that answer to a name, a line each; nothing when none does. */
  explain?(name: string): Promise<readonly string[]>;
  /** What shows that its cases can fail, that they do not cry wolf, and that they prove something. */
  proof(): Promise<SuiteProof>;
}

/** The regressions that a suite must catch, the variants that it must stand, and the subjects that it must see through. */
export interface SuiteProof {
  readonly faults: readonly Fault[];
  readonly neutral: readonly Neutral[];
  readonly broken: readonly Broken[];
  /** Absolute path of the module that plants the service plants above into the process that loads it first. */
  readonly preload?: string;
}

/** Of a suite that stands for others, on a copy of their files. */
export const NO_PROOF: SuiteProof = { faults: [], neutral: [], broken: [] };

/** The part of a result that judging adds to the identity of a case. */
export interface Judged
  extends Pick<
    CaseResult,
    | 'verdict'
    | 'findings'
    | 'policy'
    | 'reason'
    | 'outcome'
    | 'expectedOutcome'
    | 'observations'
    | 'bytesSent'
    | 'diff'
    | 'table'
    | 'unjudged'
  > {
  /** By what the logs of the services are searched when the case is not as it should be. */
  readonly trail?: Trail;
}

/** What one run tells all its cases. */
export interface Setting {
  /** Absolute path of the run directory. */
  readonly runDirectory: string;
  readonly revision: Scene['revision'];
  readonly seed: number;
  /** Hex; equal secrets get equal fingerprints within one run. */
  readonly redactionKey: string;
  /** For each request of a case; the usual one when absent. */
  readonly deadlineMs?: number;
}

/** Everything that a case may use while it is performed and judged. */
export interface CaseAt {
  readonly planned: PlannedCase;
  readonly setting: Setting;
  /** Absent when no suite of the run needs a world. */
  readonly world: WorldDescription | undefined;
  /** Restarts, kills, pauses and cuts off services of that world; each action stands in its journal. */
  handle(): WorldHandle;
  /** Absent unless the suite needs a browser. */
  readonly page: Page | undefined;
  /** Knows the world's secrets and learns those of this case, which end with it. */
  readonly redactor: Redactor;
  readonly evidence: Evidence;
  /** Workspaces that the run takes away again: `senderAt` notes them. */
  readonly guests: Guests;
  /** What its requests go through, where something is planted into that: `senderAt` sees to it. */
  readonly sending?: (sender: Sender) => Sender;
  /** Says that the case only waits from now on: another may be begun beside it. */
  idle(): void;
}
