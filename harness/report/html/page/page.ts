import type { KillMatrix } from '../../kill-matrix.ts';

/** What a mark on the page says at a glance. */
export type Tone = 'good' | 'bad' | 'unsure' | 'quiet';

/** Under which heading a case stands on the page: its own, or why it has none. */
export const HEADINGS = [
  'failed',
  'errored',
  'inconclusive',
  'policy-changed',
  'baselined',
  'policy',
  'passed',
  'not-applicable',
  'unselected',
] as const;
export type PageHeading = (typeof HEADINGS)[number];

/** All that the page shows before a case is opened; strings are plain text that was made visible. */
export interface Page {
  readonly title: string;
  readonly verdict: VerdictBox;
  readonly facts: readonly Fact[];
  readonly digests: readonly Digest[];
  readonly suites: readonly SuiteRow[];
  readonly proof: ProofBox;
  /** Which mutant kills which cases, where a proof belongs to the run that kept it. */
  readonly kills?: KillMatrix;
  readonly causes: readonly CauseBox[];
  readonly notes: readonly Note[];
  readonly cases: readonly CaseRow[];
  readonly files: readonly string[];
  /** What the contract calls the clauses that it has. */
  readonly clauses: Readonly<Record<string, string>>;
  /** Milliseconds from the first event to the last. */
  readonly durationMs: number;
  /** Of how many cases the evidence is in the page; of the rest it lies beside it. */
  readonly embedded: number;
}

/** The first thing on the page: one word, why in a sentence, and what another word would take. */
export interface VerdictBox {
  readonly word: 'PASSED' | 'HOLD';
  readonly tone: Tone;
  /** The verdict of the run, its exit code and what that means. */
  readonly verdict: string;
  readonly exit: string;
  readonly sentence: string;
  readonly scope: string;
  readonly isPart: boolean;
  readonly counts: readonly Count[];
  readonly reasons: readonly string[];
  /** What would have to change for the other word. */
  readonly changes: readonly Change[];
  /** The line that makes the same run again. */
  readonly again: string;
  /** ISO time of the last event: evidence grows old while nobody writes the page again. */
  readonly endedAt: string;
}

export interface Count {
  readonly heading: PageHeading;
  readonly count: number;
}

/** A thing to do, and the line to type for it where there is one. */
export interface Change {
  readonly text: string;
  readonly command?: string;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface Digest {
  readonly service: string;
  readonly digest: string;
  /** Whether it is what is judged, and no part of the world around it. */
  readonly isSubject: boolean;
}

export interface SuiteRow {
  readonly suite: string;
  readonly verdict: string;
  readonly tone: Tone;
  readonly judged: number;
  readonly planned: number;
  /** Mutants of its proof that were killed, of all that were planted. */
  readonly mutants?: { readonly killed: number; readonly total: number };
  readonly counts: readonly Count[];
  readonly reasons: readonly string[];
}

/** How far the gates are proven, of all suites together. */
export interface ProofBox {
  readonly tone: Tone;
  readonly text: string;
  readonly killed?: string;
  readonly at?: string;
  readonly commit?: string;
}

/** Cases that did not pass for one cause; `first` tells the story of all, and is the first of `cases`. */
export interface CauseBox {
  readonly heading: PageHeading;
  readonly clause: string;
  /** What was seen instead, in a line. */
  readonly what: string;
  readonly count: number;
  /** The ids of some of them; all have the number of the cause in their row. */
  readonly cases: readonly string[];
  readonly runtimes: readonly string[];
  /** Only of the causes that the first view tells in full. */
  readonly first?: CaseDetail;
}

/** A list of remarks about the run as a whole. */
export interface Note {
  readonly title: string;
  readonly tone: Tone;
  readonly lines: readonly string[];
}

/** A case in one line. */
export interface CaseRow {
  readonly id: string;
  readonly suite: string;
  readonly title: string;
  readonly clause: string;
  readonly runtime?: string;
  readonly family?: string;
  readonly owner?: string;
  readonly heading: PageHeading;
  readonly outcome?: string;
  /** Which of the causes of the page it has. */
  readonly cause?: number;
  /** Why it is not passed, in a line. */
  readonly why?: string;
  readonly ms?: number;
  /** Milliseconds from the start of the run. */
  readonly at?: number;
  /** In which block its details stand. */
  readonly block?: number;
}

export interface FindingText {
  readonly clause: string;
  readonly expected: readonly string[];
  readonly actual: string;
  readonly rule?: string;
  readonly place?: string;
}

/** All that is known of a case. */
export interface CaseDetail {
  readonly id: string;
  readonly title: string;
  readonly heading: PageHeading;
  readonly clause: string;
  readonly facets: Readonly<Record<string, string>>;
  readonly findings: readonly FindingText[];
  readonly reason?: string;
  readonly outcome?: string;
  readonly expectedOutcome?: string;
  readonly baseline?: string;
  readonly diff?: string;
  readonly table?: string;
  readonly unjudged: readonly string[];
  readonly logLines: readonly string[];
  readonly reproduce?: string;
  readonly evidence: readonly string[];
  readonly journey: readonly Step[];
  /** Only of a case that said something to an agent, and recorded no journey. */
  readonly turns?: readonly Turn[];
  /** Only of a case that asked for control of a desktop. */
  readonly leases?: readonly LeaseStep[];
  readonly exchanges: readonly Trip[];
  /** Whether what was recorded is in the page; else it is in the files of `evidence`. */
  readonly isEmbedded: boolean;
}

/** What was said to an agent, and what it answered or what came instead. */
export interface Turn {
  readonly said: string;
  readonly context?: string;
  readonly answered?: string;
  readonly instead?: string;
}

/** A request for control of a desktop, and the lease that its reply told of; times in ms of the platform's clock. */
export interface LeaseStep {
  readonly desktop: string;
  readonly did: 'acquire' | 'release' | 'look';
  readonly status: number;
  readonly isGranted: boolean;
  readonly holder?: string;
  /** Unknown of a lease whose grant was not recorded. */
  readonly from?: number;
  readonly until?: number;
}

/** A payload on its way to the agent, and what came back. */
export interface Step {
  readonly label?: string;
  readonly sent?: Doc;
  readonly forwarded?: Doc;
  /** What agent code read: a part of what was forwarded. */
  readonly received?: Doc;
  readonly answered?: Doc;
  readonly told?: Doc;
  readonly remarks: readonly string[];
}

/** A payload as recorded, cut to what the page holds. */
export interface Doc {
  readonly text: string;
  readonly bytes: number;
  readonly isCut?: boolean;
  /** `text` is base64, because the bytes are no text. */
  readonly isBinary?: boolean;
  readonly status?: number;
}

/** A request and its reply. */
export interface Trip {
  readonly purpose: string;
  readonly method: string;
  readonly url: string;
  readonly status?: number;
  readonly failure?: string;
  readonly ms: number;
  readonly request?: Doc;
  readonly reply?: Doc;
}
