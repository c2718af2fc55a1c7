/** A service that has ended, stands still or answers no more, although nobody ordered it by way of the world's handle. */
export interface Loss {
  readonly service: string;
  /** `unreachable`: it runs elsewhere, and connections to it come to nothing. */
  readonly state: 'ended' | 'stopped' | 'unreachable';
  /** Where it answers no more, and the code of the transport, such as `ECONNREFUSED`. */
  readonly url?: string;
  readonly failure?: string;
  /** How it ended, where its owner saw it. */
  readonly code?: number;
  readonly signal?: string;
  /** At most 50; they may hold credentials until they are redacted, as they are when the loss is recorded. */
  readonly lastLines: readonly string[];
}

/** Who knows whether all services of a world are still what they were. */
export interface Watched {
  /** The first loss there is, looked for now. */
  lost(): Promise<Loss | undefined>;
  /** Calls back as soon as one is noticed, where that can be; disposing ends it. */
  onLoss(tell: (loss: Loss) => void): Disposable;
}
