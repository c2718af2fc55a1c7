/** That the gate has let a run pass: what was promoted on it, and by which policy. */
export interface Promotion {
  readonly formatVersion: 1;
  readonly runId: string;
  readonly digests: readonly string[];
  readonly policy: string;
  /** ISO time. */
  readonly at: string;
}
