/** How an agent answers and misbehaves; the body of `PUT /control/agents/:agent` without its registration. */
export interface AgentSetup {
  readonly mode?: 'push' | 'poll' | 'busy' | 'slow' | 'failing' | 'dead' | 'native-session';
  readonly answer?: 'message' | 'task' | 'input-required' | 'naive';
  readonly delayMs?: number;
  readonly status?: number;
  readonly body?: string;
  /** Says no more than the beginning of a stream until whoever asked for it is gone. */
  readonly hold?: boolean;
  /** Is reached by a port of its own, by which it can go away. */
  readonly ownPort?: boolean;
  /** Comes back at another port than it had; it keeps its own when absent. */
  readonly elsewhere?: boolean;
  /** Goes away with the next request in its hands, or in the middle of its answer to it. */
  readonly leaves?: 'asked' | 'answering';
}

/** With what the runtime registers an agent at a platform, and which clients it then runs for it. */
export interface Registration {
  readonly platformUrl: string;
  readonly workspaceId: string;
  readonly bearer?: string;
  readonly deliveryMode?: 'push' | 'poll';
  /** Registered instead of the agent's own URL. */
  readonly url?: string;
  /** Sent as `X-Request-Id` with every call of this agent. */
  readonly requestId?: string;
  /** Registers and does nothing else: nobody fetches what is left for the agent until it registers again. */
  readonly away?: boolean;
  /** Says that it has nothing to do, although it is busy. */
  readonly claimsFree?: boolean;
  /** Without it exactly one heartbeat is sent, right after the registration. */
  readonly heartbeatIntervalMs?: number;
}

/** One HTTP request (or polled row) as it reached the runtime, byte for byte. */
export interface Arrival {
  readonly seq: number;
  readonly at: string;
  readonly via: 'push' | 'poll';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bodyBase64: string;
  /** What was answered to it; absent until all of it was said, and for a polled row. */
  readonly said?: Said;
}

/** A reply as it was put on the wire, its body without any framing. */
export interface Said {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bodyBase64: string;
}

/** One message as the protocol line handed it to the agent code: the line's own object, and its plain reading. */
export interface Handed {
  readonly seq: number;
  readonly at: string;
  readonly raw: unknown;
  readonly reading: Reading;
  /** The rest of the request, `{metadata, configuration}`, where the line shows it to agent code. */
  readonly request?: unknown;
}

/** What the control API answers for one agent. */
export interface Inbox {
  readonly agent: string;
  readonly arrivals: readonly Arrival[];
  readonly handed: readonly Handed[];
  /** Of an agent that polls. */
  readonly polls?: Polls;
}

/** What the poll client of an agent saw of its platform's log, beside the messages. */
export interface Polls {
  /** Pages that came. */
  readonly answered: number;
  /** Rows that came behind a cursor although they had been read before; the first of them stand in `repeats`. */
  readonly repeated: number;
  readonly repeats: readonly Repeat[];
}

/** A row that came again, and the cursor (`since_id`) that it came behind. */
export interface Repeat {
  readonly cursor: string;
  readonly activityId: string;
}

/** A message in one neutral form for all lines, as agent code would read it. */
export interface Reading {
  readonly role: string | null;
  readonly messageId: string | null;
  readonly contextId: string | null;
  readonly taskId: string | null;
  readonly metadata: unknown;
  readonly parts: readonly ReadPart[];
}

export type ReadPart =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'file';
      readonly name: string | null;
      readonly mimeType: string | null;
      readonly bytes: string | null;
      readonly uri: string | null;
    }
  | { readonly kind: 'data'; readonly data: unknown }
  | { readonly kind: 'unknown'; readonly value: unknown };
