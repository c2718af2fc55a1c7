import type { Evidence } from './evidence/evidence.ts';
import type { Policy, PolicyKey } from './policy/policy.ts';

/** What a rule came to: what it looked at and, where it is broken, what would have to change. */
export type Outcome =
  | { readonly held: true; readonly evidence: string }
  | {
      readonly held: false;
      readonly evidence: string;
      readonly change: string;
      /** What it is about, one by one: cases, files, digests. */
      readonly items: readonly string[];
    };

/** One demand of the gate. It is pure: the same evidence and policy always give the same outcome. */
export interface Rule {
  readonly id: string;
  /** What must hold, in one sentence. */
  readonly says: string;
  /** Keys of the policy that bear on it. */
  readonly keys: readonly PolicyKey[];
  readonly evaluate: (evidence: Evidence, policy: Policy) => Outcome;
}

/** The rule holds, because of this. */
export function held(evidence: string): Outcome {
  return { held: true, evidence };
}

/** The rule is broken: what was found, and what would have to change. */
export function broken(evidence: string, change: string, items: readonly string[] = []): Outcome {
  return { held: false, evidence, change, items };
}
