/** One request and what came back, recorded before anything is judged; secrets are already fingerprints. */
export interface Exchange {
  /** Sent as `X-Request-Id`, so that the subject's log lines can be found. */
  readonly requestId: string;
  /** What the request was for: `prepare` calls set the scene, `replay` is the entry itself. */
  readonly purpose: 'prepare' | 'replay' | 'observe';
  readonly startedAt: string;
  readonly durationMs: number;
  readonly request: RecordedRequest;
  readonly response?: RecordedResponse;
  /** Set when no whole response came. */
  readonly failure?: TransportFailure;
}

/** Why no whole response came: the transport's own code, such as `ECONNREFUSED`, or `HANG`. */
export interface TransportFailure {
  readonly code: string;
  readonly message: string;
  /** Before the request was under way: it cannot be put into HTTP, or nobody took the connection. */
  readonly before?: 'sending' | 'connection';
}

/** A request as it went out, secrets replaced. */
export interface RecordedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: RecordedBody;
}

/** A reply as it came, header names in lower case. */
export interface RecordedResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: RecordedBody;
  /** A sender that hung up has cut it off: more was to come. */
  readonly cut?: boolean;
}

/** Bytes as recorded: UTF-8 text where they are text, else base64; cut at a cap, the digest is of all bytes. */
export interface RecordedBody {
  readonly bytes: number;
  readonly sha256: string;
  readonly encoding: 'utf8' | 'base64';
  readonly content: string;
  readonly truncated: boolean;
  /** The content coding that was taken off before; what is recorded is what was inside. */
  readonly coding?: string;
}

/** What the runtime's control API answers for one agent: everything that arrived, and what agent code saw. */
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
  readonly repeats: readonly { readonly cursor: string; readonly activityId: string }[];
}

/** One HTTP request (or polled row) as it reached the runtime, byte for byte. */
export interface Arrival {
  readonly seq: number;
  readonly at: string;
  readonly via: 'push' | 'poll';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bodyBase64: string;
  /** What was put on the wire in answer to it; absent until all of it was said, and for a polled row. */
  readonly said?: Said;
}

/** A reply as a runtime put it on the wire, its body without any framing. */
export interface Said {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bodyBase64: string;
}

/** One message as the SDK handed it to the agent code: the SDK's own object, and its plain reading. */
export interface Handed {
  readonly seq: number;
  readonly at: string;
  /** The SDK's message object as JSON. */
  readonly raw: unknown;
  readonly reading: Reading;
  /** The rest of the request, `{metadata, configuration}`, where the line shows it to agent code. */
  readonly request?: unknown;
}

/** A message in one neutral form for all SDK lines, as agent code would read it. */
export interface Reading {
  readonly role: string | null;
  readonly messageId: string | null;
  readonly contextId: string | null;
  readonly taskId: string | null;
  readonly metadata: unknown;
  /** The parts that agent code can use; a part it cannot recognise is `unknown`. */
  readonly parts: readonly ReadPart[];
}

/** One part as agent code can use it; `bytes` of a file are base64. */
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
