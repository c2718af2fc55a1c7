/** Contract revisions of the platform, oldest first. */
export const REVISIONS = ['R1', 'R3'] as const;
export type NamedRevision = (typeof REVISIONS)[number];

/** What a subject follows: a revision, or the contract as it was on a day between the two. */
export type Revision = NamedRevision | `${number}-${number}-${number}`;

/** The runtimes that entries are replayed to: three lines of the official SDK and our validating one. */
export const RUNTIMES = ['strict', '0.2', '0.3', '1.x'] as const;
export type RuntimeId = (typeof RUNTIMES)[number];

/** Protocol families of the corpus; home-grown `content` bodies belong to `v0.2`. */
export const FAMILIES = ['v0.1', 'v0.2', 'v0.3', '1.0'] as const;
export type Family = (typeof FAMILIES)[number];

/** The four folders of the corpus. */
export const SHELVES = ['valid', 'invalid', 'malformed', 'sessions'] as const;
export type Shelf = (typeof SHELVES)[number];

/** What came of an entry, read from the runtime's inbox and from what the sender was told. */
export const OUTCOMES = [
  'delivered',
  'delivered-altered',
  'dropped',
  'failed-task',
  'rejected-loud',
  'rejected-opaque',
  'hang',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** One allowed change between the bytes sent and the document received; everything else must be preserved. */
export type Rewrite =
  | { readonly path: string; readonly set: unknown }
  | { readonly path: string; readonly remove: true }
  | { readonly path: string; readonly generated: 'uuid' | 'any' };

/** Accepted: reaches the agent, and the received document is the sent one after exactly these rewrites. */
export interface Delivered {
  readonly outcome: 'delivered';
  readonly rewrites: readonly Rewrite[];
  /** A2A schema version that the received document must satisfy; `none` needs `schemaReason`. */
  readonly schema: '0.2' | '0.3' | '1.0' | 'none';
  readonly schemaReason?: string;
  /** What users have said in the task that is answered, message by message. */
  readonly history?: readonly string[];
  /** The agent has it and its answer broke off: so the sender is told, and that it was delivered (A.9). */
  readonly unanswered?: { readonly status: number; readonly cause: string };
}

/**
 * Acknowledged now with `status` (202 where the agent is busy, 200 where it polls), and delivered when the agent comes
 * back: once, in the order of sending, and as `Delivered` says.
 */
export interface DeliveredLater extends Omit<Delivered, 'outcome' | 'unanswered'> {
  readonly outcome: 'delivered-later';
  readonly status: 200 | 202;
  /** The message is one that waits already: it is acknowledged as that one, and is delivered with it. */
  readonly repeats?: true;
}

/** Refused: who refuses, with which HTTP status and which cause; the agent code must not have seen it. */
export interface Rejected {
  readonly outcome: 'rejected';
  readonly by: 'platform' | 'runtime';
  readonly status: number;
  /** JSON-RPC error code, where the refusal is a JSON-RPC error. */
  readonly code?: number;
  /** Text that the machine-readable reason must contain. */
  readonly cause: string;
}

/** Today's behaviour, recorded and not judged: a change is reported and does not gate. */
export interface Policy {
  readonly outcome: 'policy';
  readonly today: Outcome;
  /** HTTP status seen today. */
  readonly status: number;
  readonly note: string;
  /** The message waits until its agent has come back, today, and what comes of it then is recorded as well. */
  readonly comesLater?: true;
}

export type Expectation = Delivered | DeliveredLater | Rejected | Policy;

/** An expectation for some runtimes or revisions only; the first that matches wins over `expect`. */
export interface Variant {
  readonly when: { readonly runtimes?: readonly RuntimeId[]; readonly revisions?: readonly NamedRevision[] };
  readonly expect: Expectation;
}

/** How an agent comes back; one that is `busy` still takes nothing. */
export const RETURNS = ['push', 'poll', 'busy'] as const;
export type Return = (typeof RETURNS)[number];

/**
 * When the agent restarts: before a message of a session is sent, or so that it is back behind the reply to one: `away`
 * when it is sent, or gone with it in its hands, `asked` or in the middle of `answering`.
 */
export const RESTARTS = ['before', 'away', 'asked', 'answering'] as const;
export interface Restart {
  readonly when: (typeof RESTARTS)[number];
  /** Platform route only: it comes back at another port. */
  readonly elsewhere?: true;
}

/** How the agent behind the entry answers; handed to the echo runtime as it is. */
export interface AgentSetup {
  readonly mode?: 'push' | 'poll' | 'busy' | 'slow' | 'failing' | 'dead' | 'native-session';
  readonly answer?: 'message' | 'task' | 'input-required' | 'naive';
  readonly delayMs?: number;
  readonly status?: number;
  readonly body?: string;
}

/**
 * How another workspace, the parent of the target, says that it is the sender: by `X-Workspace-ID`, by its own token, by
 * both, or by its id with the token of the target. Without any a user of the canvas speaks.
 */
export const CALLERS = ['header', 'bearer', 'both', 'borrowed'] as const;
export type Caller = (typeof CALLERS)[number];

/** Filler that keeps big payloads out of the repository: each `token` becomes `text` repeated `times`. */
export interface Fill {
  readonly token: string;
  readonly text: string;
  readonly times: number;
}

/** One request of an entry: raw bytes (path relative to the sidecar), headers, and what must come of it. */
export interface Step {
  readonly payload: string;
  /** Absolute path of the payload. */
  readonly payloadFile: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly fill: readonly Fill[];
  readonly expect: Expectation;
  readonly variants: readonly Variant[];
  /** That of the entry. */
  readonly rule?: string;
  /** Session steps only: values taken from the reply by JSON pointer, usable later as `{{name}}`. */
  readonly capture: Readonly<Record<string, string>>;
  /** The sender takes the first event of the answer, and hangs up in the middle of the stream. */
  readonly hangUp?: true;
  /** Session steps only: the agent restarts before this message, or while it is on its way. */
  readonly restart?: Restart;
}

/** A corpus entry as loaded: sidecar checked, defaults filled in. A plain entry has exactly one step. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  readonly shelf: Shelf;
  readonly family: Family;
  readonly clause: string;
  /** ISO date on which the entry joined the corpus. */
  readonly since: string;
  /** Public reference: a URL, or a clause of `specs/contract.md`. */
  readonly source: string;
  readonly why: string;
  readonly route: 'platform' | 'direct';
  readonly runtimes: readonly RuntimeId[];
  readonly revisions: readonly NamedRevision[];
  /** Id of the contract's rule by which they differ; absent where the entry holds alike in both. */
  readonly rule?: string;
  readonly agent: AgentSetup;
  /** How the agent comes back after the last step, time after time; one that polls has been away until then. */
  readonly returns?: readonly Return[];
  /** Platform route only; absent for a user of the canvas. */
  readonly caller?: Caller;
  readonly steps: readonly Step[];
  /** Absolute path of the sidecar. */
  readonly file: string;
}
