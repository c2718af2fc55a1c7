/** What a scripted agent does with a request. */
export interface Answer {
  /** 200 when absent. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a message of an agent when neither is given. */
  readonly json?: unknown;
  readonly body?: string | Uint8Array;
  /** Waits so long before the head. */
  readonly delayMs?: number;
  /** Says nothing until the case is over. */
  readonly hangs?: true;
  /**
   * Ends the connection: before any byte of the reply in good order (`close`) or not (`reset`), or after the head and
   * half of the body (`half`).
   */
  readonly breaks?: 'close' | 'reset' | 'half';
  /** Says nothing more after the head and half of the body, until the case is over. */
  readonly stalls?: 'half';
  /** After the head and the first half of the body, so long before the rest. */
  readonly pauseMs?: number;
}

/** A request as an agent got it. */
export interface Received {
  readonly method: string;
  /** With its query; that of the agent itself is taken off. */
  readonly path: string;
  /** As they came, names in their own case, in order. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
  /** Undefined where the body is no JSON. */
  readonly json: unknown;
}

/** An agent whose answers a case has chosen, at an address of its own. */
export interface ScriptedAgent {
  /** By the name `localhost`, for platforms refuse the literal address. */
  readonly url: string;
  /** What it does from now on; of several, one after the other, and the last for all that follow. */
  answers(...answers: readonly Answer[]): void;
  /** What has arrived so far. */
  readonly received: readonly Received[];
  /** Waits until so many have arrived, but no longer than `withinMs`. */
  arrived(count: number, withinMs?: number): Promise<readonly Received[]>;
}

/** How an agent answers a message when nobody has told it anything else. */
export function agentMessage(text = 'said by a scripted agent'): object {
  const result = {
    kind: 'message',
    role: 'agent',
    messageId: crypto.randomUUID(),
    parts: [{ kind: 'text', text }],
  };
  return { jsonrpc: '2.0', id: 'scripted', result };
}
