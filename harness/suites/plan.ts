import type { Capability } from '../config/subject-capabilities.ts';
import type { Revision } from '../corpus/entry.ts';
import type { CaseIdentity, Exclusion } from '../support/case.ts';

/** Everything that a suite or a run will execute, decided before anything is sent. */
export interface Plan {
  readonly cases: readonly CaseIdentity[];
  readonly excluded: readonly Exclusion[];
}

/** What discovery knows of the subject: enough to say which cases apply. */
export interface Scene {
  readonly revision: Revision;
  readonly subjectName: string;
  /** What it declares to have. */
  readonly capabilities: readonly Capability[];
  /** Whether requests to a platform can be judged. */
  readonly hasPlatform: boolean;
  /** Whether requests straight to a runtime say something about this subject. */
  readonly standsForRuntimes: boolean;
  /** Where the canaries lie that are held with an agent runtime of this subject; absent where it has none. */
  readonly canaries?: string;
}
