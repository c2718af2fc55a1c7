import type { Revision } from '../corpus/entry.ts';
import type { RuntimeTerms } from './runtime-terms.ts';
import type { Capability } from './subject-capabilities.ts';

/** What every kind of subject declares. */
export interface SubjectBase {
  readonly name: string;
  /** Absolute path of the file that declares it. */
  readonly file: string;
  readonly revision: Revision;
  readonly capabilities: readonly Capability[];
  /** Absolute path of its known failures. */
  readonly baseline?: string;
}

/** Our own platform, booted from this checkout. */
export interface ReferenceSubject extends SubjectBase {
  readonly kind: 'reference';
}

/** An executable of the user's; `env`, `adminToken` and the words of `command` hold templates. */
export interface CommandSubject extends SubjectBase {
  readonly kind: 'command';
  readonly command: readonly [string, ...string[]];
  /** Absolute working directory. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Absent when it has none. */
  readonly adminToken?: string;
  readonly readiness: string;
  readonly readinessTimeoutMs?: number;
  /** Only for servers that cannot be told their port; a free one is chosen otherwise. */
  readonly port?: number;
  /** `embedded`, `none`, or the URL of a PostgreSQL server. */
  readonly database: string;
  /** `embedded` (a `redis-server` from PATH), `none`, or the URL of a Redis server. */
  readonly redis: string;
}

/** A platform that runs elsewhere (`url`), or an agent that stands in for the runtimes (`agentUrl`), or both. */
export interface RemoteSubject extends SubjectBase {
  readonly kind: 'remote';
  readonly platform?: { readonly url: string; readonly adminToken?: string };
  readonly agentUrl?: string;
  readonly readiness: string;
  readonly readinessTimeoutMs?: number;
}

/** A runtime in a container that Assay starts. */
export interface ImagePlace {
  readonly kind: 'image';
  readonly image: string;
  readonly env: Readonly<Record<string, string>>;
  /** Where it listens in its container; what the image exposes, or 8000, when absent. */
  readonly port?: number;
  /** Port of this machine by which it is reached; a free one when absent. */
  readonly publishedPort?: number;
  /** Name of its container. */
  readonly container: string;
  /** Whether the container outlives the run. */
  readonly isKept: boolean;
}

/** An agent runtime, which conversations are held with: ours, one that Assay starts, or one that runs elsewhere. */
export interface RuntimeSubject extends SubjectBase {
  readonly kind: 'runtime';
  readonly terms: RuntimeTerms;
  readonly place:
    | { readonly kind: 'own' }
    | {
        readonly kind: 'command';
        /** Words with templates, as those of `env`. */
        readonly command: readonly [string, ...string[]];
        /** Absolute working directory. */
        readonly cwd: string;
        readonly env: Readonly<Record<string, string>>;
        /** Only for one that cannot be told its port. */
        readonly port?: number;
      }
    | ImagePlace
    | { readonly kind: 'url'; readonly url: string };
  /** Flags of `assay canary` that make the same subject again, for the line that reproduces a case. */
  readonly typedAs: readonly string[];
}

export type Subject = ReferenceSubject | CommandSubject | RemoteSubject | RuntimeSubject;
