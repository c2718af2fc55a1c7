import type { KeyObject } from 'node:crypto';
import { resolve } from 'node:path';
import { seal } from '../attestation/envelope.ts';
import { privateKeyFrom } from '../attestation/keys.ts';
import { reportDigest } from '../attestation/report-digest.ts';
import { summaryOf } from '../attestation/summary.ts';
import type { GateAnswer } from '../gate/answer.ts';
import type { RunEvidence } from '../gate/evidence/evidence.ts';
import { UsageError } from '../support/errors.ts';
import { writeOwn } from '../support/own-files.ts';
import type { GateFlags } from './gate-job.ts';
import type { Shell } from './shell.ts';

/** Where a decision goes, and what signs it. */
export interface Signing {
  readonly file: string;
  readonly key: KeyObject;
}

/** Reads the key before anything is judged; a file without a key, or a key without a file, is a `UsageError`. */
export async function mustHaveBoth(
  shell: Shell,
  { attestation, signKey }: GateFlags,
): Promise<Signing | undefined> {
  if (attestation === undefined && signKey === undefined) return undefined;
  if (attestation !== undefined && signKey !== undefined)
    return {
      file: resolve(shell.cwd, attestation),
      key: await privateKeyFrom(signKey, shell.env, shell.cwd),
    };
  throw new UsageError({
    code: 'HALF_A_SIGNATURE',
    message: '--attestation and --sign-key belong together: where the decision goes, and what signs it.',
    fix: 'Give both, or neither.',
  });
}

/** Writes what was decided as a signed verification summary, PROMOTE and HOLD alike. */
export function attestAnswer({ file, key }: Signing, answer: GateAnswer, runs: readonly RunEvidence[]): void {
  const statement = summaryOf({
    isPromoted: answer.verdict === 'PROMOTE',
    at: answer.at,
    policy: answer.policy,
    digests: answer.digests,
    inputs: runs.map(({ report }) => ({ name: report.runId, digest: { sha256: reportDigest(report) } })),
  });
  writeOwn(file, `${JSON.stringify(seal(statement, key))}\n`);
}
