import type { Entry, Outcome, Revision, RuntimeId } from '../corpus/entry.ts';
import type { OwnService } from '../environment/boot-options.ts';

/** Cases that a mutant must turn red, and the finding by which each of them must do so. */
export interface Kill {
  /** Entry ids (all their runtimes) or `<entry>@<runtime>`, or a predicate over the corpus. */
  readonly cases: readonly string[] | ((entry: Entry, runtime: RuntimeId, revision: Revision) => boolean);
  /** That of each case's entry when absent. */
  readonly clause?: string;
  /** Must match what the finding saw. */
  readonly reason: RegExp;
  /** What must come of the case; without it anything but a hang. */
  readonly outcome?: Outcome;
}

/** A known regression of a running service, planted at one of its seams. */
export interface ServiceMutant {
  readonly kind: 'service';
  readonly id: string;
  readonly title: string;
  readonly service: OwnService;
  /** Lines of the echo runtime that get the fault; all of them when absent. */
  readonly runtimes?: readonly RuntimeId[];
  /** Contract revisions that have the rule which it breaks; all of them when absent. */
  readonly revisions?: readonly Revision[];
  /** For each request of its cases: short where the fault is a hang. */
  readonly deadlineMs?: number;
  /** File under `harness/mutants/plants/` that is preloaded into the service. */
  readonly plant: string;
  readonly kills: readonly Kill[];
}

/** A known fault of the corpus itself, planted in a copy and found by `assay corpus check`. */
export interface CorpusMutant {
  readonly kind: 'corpus';
  readonly id: string;
  readonly title: string;
  /** Changes the copy that lies in this folder. */
  readonly plant: (folder: string) => Promise<void>;
  /** Rule that must find it, and what the problem must say. */
  readonly kills: { readonly rule: string; readonly reason: RegExp };
}

export type Mutant = ServiceMutant | CorpusMutant;
