import type { Place } from '../support/verdict.ts';
import type { Located } from './located.ts';
import type { Script } from './script.ts';

/** A step of a job, as far as a gate depends on it. */
export interface Step {
  readonly place: Place;
  readonly name: string;
  readonly uses?: Located<string>;
  readonly with: Readonly<Record<string, Located<string>>>;
  readonly script?: Script;
  readonly shell?: Located<string>;
  readonly condition?: Located<string>;
  readonly continueOnError?: Located<string>;
}

export interface Job {
  readonly id: string;
  readonly name: string;
  readonly place: Place;
  readonly uses?: Located<string>;
  readonly needs: readonly Located<string>[];
  readonly condition?: Located<string>;
  readonly continueOnError?: Located<string>;
  /** Values of each axis of its matrix. */
  readonly matrix: Readonly<Record<string, Located<readonly string[]>>>;
  /** Whether its matrix takes combinations out. */
  readonly excludes?: Place;
  readonly steps: readonly Step[];
}

/** An event that starts a workflow, and what it is narrowed to. */
export interface Trigger extends Located<string> {
  readonly filters: Readonly<Record<string, Located<readonly string[]>>>;
}

/** A workflow of GitHub, Gitea or Forgejo, which have one form. */
export interface Workflow {
  readonly file: string;
  readonly place: Place;
  readonly triggers: readonly Trigger[];
  readonly jobs: readonly Job[];
}
