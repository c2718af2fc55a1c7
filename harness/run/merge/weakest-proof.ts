import type { Proof, ProofStanding } from '../../report/proof.ts';

/** Least first. */
const STANDINGS = [
  'never',
  'outdated',
  'other-subject',
  'proven',
] as const satisfies readonly ProofStanding[];

/** The least that is proven of the gates that judged a part; of equals the oldest. A part without one makes it none. */
export function weakestProof(proofs: readonly (Proof | undefined)[]): Proof | undefined {
  const known = proofs.flatMap((proof) => proof ?? []);
  if (known.length < proofs.length) return undefined;
  return known.toSorted(
    (a, b) =>
      STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing) ||
      STANDINGS.indexOf(a.gates ?? 'proven') - STANDINGS.indexOf(b.gates ?? 'proven') ||
      (a.at ?? '').localeCompare(b.at ?? ''),
  )[0];
}
