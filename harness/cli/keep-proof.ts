import { type KeptProof, keepProof } from '../prove/last-proof.ts';
import { describeError } from '../support/errors.ts';
import type { Shell } from './shell.ts';

/** Keeps a proof for the reports of later runs. What was found out is true all the same where that fails. */
export async function keepOrTell(shell: Pick<Shell, 'err'>, kept: KeptProof, file?: string): Promise<void> {
  try {
    await keepProof(kept, file);
  } catch (error) {
    shell.err(`This proof is not kept for the reports of later runs. ${describeError(error)}\n`);
  }
}
