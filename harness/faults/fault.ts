import type { RuntimeId } from '../corpus/entry.ts';
import type { OwnService, WorldDescription } from '../environment/index.ts';
import type { CaseResult } from '../report/event.ts';
import type { CaseIdentity } from '../support/case.ts';
import type { Place } from '../support/verdict.ts';
import type { Hop } from '../wire/hop.ts';
import type { Sender } from '../wire/sender.ts';
import type { SeamChange } from './plant.ts';

/** Something that can be planted into what is judged; the same form for what must kill and what must not alarm. */
export interface Planted {
  readonly id: string;
  readonly title: string;
  readonly plant: Plant;
  /** The rule of the contract (an id of `revisions.json`) that it touches the later form of; it does not apply before. */
  readonly rule?: string;
  /** For each request of its cases, in milliseconds: short where the fault is a hang. */
  readonly deadlineMs?: number;
}

/** A known regression: the cases that it must turn red, and the finding by which each of them must do so. */
export interface Fault extends Planted {
  readonly kills: readonly Kill[];
}

/** Whether something planted must kill. */
export function isFault(planted: Planted): planted is Fault {
  return 'kills' in planted;
}

/** A world that is different and conforms: every case must stay green in it. */
export interface Neutral extends Planted {
  /** Cases that it can come to bear on, when those are few: a sample of cases has some of them. */
  readonly touches?: (planned: CaseIdentity) => boolean;
  /** Why this machine cannot have it, if it cannot. */
  readonly lacking?: () => string | undefined;
}

/** A subject that is worthless: no case may pass against it. */
export type Broken = Planted;

/** Where something is planted, and how. */
export type Plant = ServicePlant | WirePlant | StepPlant | WorldPlant | PacePlant | SubjectPlant | TreePlant;

/** Other functions at the seams of one of our services, preloaded into its processes. */
export interface ServicePlant {
  readonly kind: 'service';
  readonly service: OwnService;
  /** Lines of the echo runtime that get it; all of them when absent. */
  readonly runtimes?: readonly RuntimeId[];
  readonly seams: readonly SeamChange[];
  /** Added to the environment of its processes. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Another hop before the platform, for senders and agents alike, or before the agents of each runtime, for all. */
export interface WirePlant {
  readonly kind: 'wire';
  readonly before: 'platform' | 'runtimes';
  /** Stands before one address; answers its own. */
  stand(target: string): Promise<Hop>;
}

/** A step of our own pipeline, done otherwise: what the harness gets wrong itself must not come out green. */
export interface StepPlant {
  readonly kind: 'step';
  /** What the requests of cases go through; `hit` is to be called whenever that makes a difference. */
  send(sender: Sender, hit: () => void): Sender;
}

/** A world that is booted otherwise, as a whole. */
export interface WorldPlant {
  readonly kind: 'world';
  readonly boot: WorldChange;
  /** How much shows that this world, in which the cases have run, differs from the sound one; 0 when nothing does. */
  shows(changed: WorldDescription, sound: WorldDescription): Promise<number>;
}

/** What a boot can be told that a conforming world may differ in. */
export interface WorldChange {
  readonly postgres?: 'package';
}

/** The sound world, and its cases performed in another order or at another pace. */
export interface PacePlant {
  readonly kind: 'pace';
  /** How many cases at a time. */
  readonly lanes?: number;
  readonly order?: (ids: readonly string[]) => readonly string[];
}

/** Another subject in the place of the platform, and of the runtimes too unless told otherwise. */
export interface SubjectPlant {
  readonly kind: 'subject';
  readonly standsFor?: 'platform';
  start(): Promise<{ readonly url: string } & AsyncDisposable>;
}

/** An edit of a copied tree of files: source code, or the corpus. */
export interface TreePlant {
  readonly kind: 'tree';
  readonly ground: TreeGround;
  edit(folder: string): Promise<Edited>;
}

/** Whether a plant edits files, and thus stands apart from every world. */
export function isOnTree({ kind }: Plant): boolean {
  return kind === 'tree';
}

/** What an edit did, and how it is taken back. */
export interface Edited {
  /** Files that it changed. */
  readonly hits: number;
  /** Where the planted thing lies now; a kill `at: 'plant'` must be found there. */
  readonly place?: Place;
  undo(): Promise<void>;
}

/** A sound tree that edits are planted into, and what is judged on it. */
export interface TreeGround {
  readonly name: string;
  /** Files and folders that it is copied from or judged by, besides code: paths from the project's root. */
  readonly sources: readonly string[];
  /** Copies the sound tree into an empty folder. */
  prepare(folder: string): Promise<void>;
  /** Every case that the tree has, judged as it lies there now. */
  judge(folder: string): Promise<readonly CaseResult[]>;
}

/** Cases that a fault must turn red, and how. */
export interface Kill {
  /** `<name>`, which stands for all its variants, or `<name>@<variant>`; or a choice by what cases are about. */
  readonly cases: readonly string[] | ((planned: CaseIdentity) => boolean);
  /** That of each case when absent. */
  readonly clause?: string;
  /** Must match what the finding saw. */
  readonly reason: RegExp;
  /** What must come of the case; without it anything but a hang. */
  readonly outcome?: string;
  /** The finding must be of this rule. */
  readonly rule?: string;
  /** The finding must lie where the plant lies, and be the only one of its case. */
  readonly at?: 'plant';
}
