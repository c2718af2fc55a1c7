import type { RuntimeTerms } from '../config/runtime-terms.ts';
import type { Subject } from '../config/subject.ts';
import type { Capability } from '../config/subject-capabilities.ts';
import type { Revision, RuntimeId } from '../corpus/entry.ts';
import type { ServiceRecord } from './process/service.ts';
import type { Watched } from './vigil/loss.ts';

/** Layout version of `world.json`; another one is left alone. */
export const WORLD_SCHEMA = 1;

/** Something that listens, with the bearer that opens its control API. */
export interface ControlledEndpoint {
  readonly url: string;
  readonly controlToken: string;
}

/** A runtime, whose agents are reached where it listens itself, or where something stands before it. */
export interface RuntimeEndpoint extends ControlledEndpoint {
  /** Without a slash at the end. */
  readonly agentsUrl?: string;
}

/** Where the platform listens, and what opens it. */
export interface PlatformEndpoint {
  readonly url: string;
  readonly adminToken?: string;
  readonly logFile?: string;
  /** Opens the route that puts its clock forward; absent where time is the machine's. */
  readonly clockToken?: string;
}

/** A runtime that conversations are held with, and what holds for them. */
export interface CanaryEndpoint {
  /** Without a slash at the end. */
  readonly url: string;
  readonly terms: RuntimeTerms;
  /** The service that can be restarted; absent when it runs elsewhere. */
  readonly service?: string;
  /** Nobody has seen it answer yet; only a proof wants that. */
  readonly isUnseen?: true;
}

/** Which subject is judged, without anything secret. */
export interface SubjectDescription {
  readonly kind: Subject['kind'];
  readonly name: string;
  /** Absolute path of the subject file. */
  readonly file: string;
  readonly capabilities: readonly Capability[];
  /** Absolute path of its known failures. */
  readonly baseline?: string;
  /** An agent that stands in for the runtimes on the direct route. */
  readonly agentUrl?: string;
  /** What exactly ran: `process:sha256:<hex>` over its code; absent for a remote one. */
  readonly digest?: string;
  /** Where one that runs elsewhere answered when the world was booted; any answer there says that it is not gone. */
  readonly answersAt?: readonly string[];
}

/** What is known of a world from its first moment on: enough to take it down. */
export interface WorldHeader {
  readonly schema: typeof WORLD_SCHEMA;
  readonly id: string;
  /** Absolute path; holds `world.json`, `logs/` and the database. */
  readonly directory: string;
  /** Absolute path of the clone that booted it. */
  readonly clone: string;
  readonly createdAt: string;
  /** Outlives the process that booted it, until it is stopped by name. */
  readonly keepAlive: boolean;
  /** Its engine: processes of this machine, or containers; those are told from others by their label. */
  readonly mode: 'process' | 'compose';
  readonly supervisorPid: number;
  readonly supervisorTicks: number;
  /** In the order in which they started. A container stands here as the process that follows its log and ends with it. */
  readonly services: readonly ServiceRecord[];
}

/** A world on its way up. */
export interface BootingWorld extends WorldHeader {
  readonly state: 'booting';
}

/** A booted world as plain data, secrets included; this is what `world.json` holds. */
export interface WorldDescription extends WorldHeader {
  readonly state: 'ready';
  readonly revision: Revision;
  readonly mutant?: string;
  readonly subject: SubjectDescription;
  /** Absent when the subject is an agent alone, or was not booted; without a token, requests as an admin carry none. */
  readonly platform?: PlatformEndpoint;
  /** Absent when it was not booted; `sharedSecret` is what the platform shows the control plane. */
  readonly controlPlane?: ControlledEndpoint & { readonly sharedSecret: string };
  /** What its workspaces show to who takes control; absent unless it was asked for. */
  readonly desktop?: ControlledEndpoint;
  /** Those that were asked for; all four unless told otherwise, none in a world that was booted without runtimes. */
  readonly runtimes: Readonly<Record<RuntimeId, RuntimeEndpoint>>;
  readonly database?: { readonly url: string };
  /** The runtime that conversations are held with; absent when none was booted. */
  readonly canary?: CanaryEndpoint;
  /** Where its owner takes orders for its services; absent when nobody owns them. `takeHandle` speaks to it. */
  readonly handling?: ControlledEndpoint;
  /** Every credential of this run, longest first, for redaction. */
  readonly secrets: readonly string[];
}

export type WorldRecord = BootingWorld | WorldDescription;

/** A booted world; disposing takes it down, or only lets go of it when it was attached to or is kept alive. */
export interface World extends WorldDescription, Watched, AsyncDisposable {}
