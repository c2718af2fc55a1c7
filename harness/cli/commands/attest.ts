import { resolve } from 'node:path';
import { Command } from 'commander';
import { ATTESTATION_FILE, attest } from '../../attestation/file.ts';
import { privateKeyFrom } from '../../attestation/keys.ts';
import { readRun } from '../../gate/evidence/read-run.ts';
import { EXIT, HarnessError } from '../../support/errors.ts';
import type { Finish, Shell } from '../shell.ts';

/** `assay attest`: signs what a run has found, beside whoever has signed it before. */
export function attestCommand(shell: Shell, finish: Finish): Command {
  return new Command('attest')
    .description('sign what a run has found: an in-toto statement in a DSSE envelope, in the run directory')
    .argument('<run>', 'run directory')
    .requiredOption(
      '--sign-key <key>',
      'private key as a PEM file (Ed25519 or ECDSA), or env:NAME of a variable',
    )
    .action(async (place: string, { signKey }: { readonly signKey: string }) => {
      const key = await privateKeyFrom(signKey, shell.env, shell.cwd);
      const directory = resolve(shell.cwd, place);
      const { report, log } = await readRun(directory, place, []);
      if (log.state !== 'read' || log.seal !== 'sound') throw unsealed(place);
      attest(directory, report, key);
      shell.out(`${report.runId}: ${report.verdict}, signed in ${ATTESTATION_FILE}\n`);
      finish(EXIT.ok);
    });
}

function unsealed(place: string): HarnessError {
  return new HarnessError({
    code: 'RUN_NOT_SEALED',
    message: `${place} holds no log as a run leaves it, so nothing is signed of it.`,
    fix: 'Give the whole run directory of a run that has ended.',
  });
}
