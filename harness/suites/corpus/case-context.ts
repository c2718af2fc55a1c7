import type { Entry, Revision, RuntimeId, Step } from '../../corpus/entry.ts';
import type { PayloadValues } from '../../corpus/payload.ts';
import type { Redactor } from '../../support/redaction/redactor.ts';
import type { Sender } from '../../wire/sender.ts';
import type { Transport } from '../../wire/transmit.ts';

/** The part of a world that replaying needs; a description of a booted world fits. */
export interface ReplayWorld {
  readonly platform?: { readonly url: string; readonly adminToken?: string };
  readonly runtimes: Partial<Readonly<Record<RuntimeId, ReplayRuntime>>>;
  readonly subject?: { readonly agentUrl?: string };
}

/** A runtime, and where its agents are reached when that is not where it listens itself. */
interface ReplayRuntime {
  readonly url: string;
  readonly controlToken: string;
  readonly agentsUrl?: string;
}

/** For how long a workspace is watched after its last reply, in milliseconds. */
export interface Watch {
  /** At least; a subject that answers slowly is watched longer. */
  readonly answeredMs: number;
  /** Where the message may go out a second time: to an agent that polls, and to one that was busy. */
  readonly queuedMs: number;
}

/** Everything one case is replayed with. */
export interface CaseContext {
  readonly entry: Entry;
  readonly runtime: RuntimeId;
  readonly revision: Revision;
  readonly world: ReplayWorld;
  readonly transport: Transport;
  readonly sender: Sender;
  readonly redactor: Redactor;
  /** For each request; a reply that is not complete by then is a hang. */
  readonly deadlineMs?: number;
  /** How long a polled message may take to arrive after it was accepted. */
  readonly arrivalDeadlineMs?: number;
  /** How long the workspace is watched after its last reply; not at all where the case looks at nothing but arrivals. */
  readonly watch?: Watch | 'none';
  /** What is sent instead of the payload of a step. */
  readonly payloadOf?: (step: Step, index: number, values: PayloadValues) => Uint8Array;
  /** Called, once or more, when no message is sent at the subject any more, and the case waits for what comes of them. */
  readonly idle?: () => void;
  readonly freshNonce?: () => string;
}
