import type { Subject } from '../config/subject.ts';
import type { Revision, RuntimeId } from '../corpus/entry.ts';
import type { Redactor } from '../support/redaction/redactor.ts';

/** Programs that we write ourselves and boot from source. */
export const OWN_SERVICES = [
  'platform',
  'echo-runtime',
  'cp-simulator',
  'canary-runtime',
  'desktop',
] as const;
export type OwnService = (typeof OWN_SERVICES)[number];

/** What a world can be booted in part from. */
export const WORLD_PARTS = [
  'platform',
  'runtimes',
  'control-plane',
  'database',
  'canary',
  'desktop',
] as const;
export type WorldPart = (typeof WORLD_PARTS)[number];

/** What a world has unless it is told otherwise: what serves one suite alone is there for those who ask for it. */
export const USUAL_PARTS: readonly WorldPart[] = WORLD_PARTS.filter(
  (part) => part !== 'desktop' && part !== 'canary',
);

/** Environment variable by which a preloaded module learns what it has to plant. */
export const PLANT_VARIABLE = 'ASSAY_PLANT';

/**
 * Something to plant: `module` (absolute, .ts or .mjs) is preloaded into the processes of `service`, and finds `id` in
 * their environment.
 */
export interface MutantPlant {
  readonly id: string;
  readonly service: OwnService;
  /** Lines of the echo runtime that get it; all of them when absent. */
  readonly runtimes?: readonly RuntimeId[];
  readonly module: string;
  /** Added to the environment of those processes. */
  readonly env?: Readonly<Record<string, string>>;
}

/** One step of a boot as it happens; `atMs` counts from the start of the boot. */
export interface BootProgress {
  readonly step: 'reaped' | 'pulling' | 'bundled' | 'prepared' | 'started' | 'ready';
  readonly what: string;
  readonly atMs: number;
}

/** How a world is booted; `deadlineMs` is the budget of the whole boot. */
export interface BootOptions {
  readonly subject: Subject;
  readonly revision: Revision;
  readonly deadlineMs: number;
  /** What the world runs on; processes of this machine when absent. */
  readonly mode?: 'process' | 'compose';
  /** Only these, and what they depend on; the usual ones when absent. */
  readonly parts?: readonly WorldPart[];
  /** All four when absent. */
  readonly runtimes?: readonly RuntimeId[];
  readonly mutant?: MutantPlant;
  /**
   * Services, by name, that all others reach by a link which can be cut; `true` is all of them. Only for processes that
   * the caller goes on owning.
   */
  readonly links?: true | readonly string[];
  /** Where the platform is to listen, when not at a free port; only for processes. */
  readonly port?: number;
  /** `false` boots the reference platform without an admin token; only as a process. */
  readonly adminToken?: false;
  /** `driven`: the reference platform has a clock that can be put forward, by the handle of its world; only as a process. */
  readonly clock?: 'driven';
  /** Leaves the world running when we end; it is then stopped by `stopWorld`. */
  readonly keepAlive?: boolean;
  /** Learns every credential of the world, and conceals them where a service is quoted; one of its own when absent. */
  readonly redactor?: Redactor;
  readonly onProgress?: (progress: BootProgress) => void;
  /** Gives up and takes down what stands already. */
  readonly signal?: AbortSignal;
  /** Absolute directory of the registry of worlds, instead of the user's own below the system's temporary one. */
  readonly directory?: string;
  /** Our environment: PATH and the like are handed on to services. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** `false` takes a remote subject as it is, even when nothing answers there; only a proof wants that. */
  readonly probe?: boolean;
  /** `package` passes by a PostgreSQL on PATH. */
  readonly postgres?: 'path-or-package' | 'package';
  /** Absolute entry files that replace our services. */
  readonly entries?: Readonly<Partial<Record<OwnService, string>>>;
}
