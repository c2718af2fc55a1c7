/** A failure that a release manager accepts, for a limited time. */
export interface Waiver {
  readonly case: string;
  readonly owner: string;
  readonly reason: string;
  /** ISO date; the last day on which it holds, in UTC. */
  readonly expires: string;
}

/** Cases that may be absent because the subject lacks what they need; `*` stands for any part of an id. */
export interface AllowedAbsence {
  readonly case: string;
  readonly reason: string;
  /** How many ids it may cover; required where it has a `*`, for that would also cover the cases of tomorrow. */
  readonly atMost?: number;
}

/** A case that the last promoted run had and that may be gone. */
export interface AllowedRemoval {
  readonly case: string;
  readonly reason: string;
}

/** Whoever must have signed the run. */
export interface Signer {
  readonly name: string;
  /** PEM of a public key (Ed25519 or ECDSA), or the path of one, from the policy's folder. */
  readonly key: string;
}

/** What a promotion demands, all layers together; keys are those of the file. */
export interface Policy {
  readonly name: string;
  readonly suites: Readonly<Record<string, number>>;
  readonly notApplicable: 'planned' | readonly AllowedAbsence[];
  readonly changedPolicyCases: 'allow' | 'refuse';
  readonly waivers: readonly Waiver[];
  readonly baseline: 'refuse' | 'accept';
  readonly maximumAgeHours: number;
  readonly subject?: string;
  readonly revision?: string;
  readonly digests: 'named' | 'any';
  readonly log: 'required' | 'optional';
  readonly checkout: 'clean' | 'any';
  readonly commit?: string;
  readonly corpus: string;
  readonly proof: 'required' | 'none';
  readonly maximumProofAgeDays: number;
  readonly removed: readonly AllowedRemoval[];
  readonly once: boolean;
  readonly bake: { readonly runs: number; readonly businessDays: number };
  readonly signers: readonly Signer[];
}

/** One file as it is written: any of the keys, and which of its own a later layer may loosen. */
export interface PolicyLayer extends Partial<Policy> {
  readonly formatVersion: 1;
  readonly mayLoosen?: readonly string[];
}

export type PolicyKey = keyof Policy;
