import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ATTESTATION_FILE, readAttestations } from '../../attestation/file.ts';
import { type NamedKey, verifyEnvelopes } from '../../attestation/verify.ts';
import { EVENTS_FILE, type PastRun, readPastRun } from '../../report/past-run.ts';
import { readReport } from '../../report/read-report.ts';
import { HarnessError } from '../../support/errors.ts';
import { bundledFiles } from './bundle.ts';
import type { LogState, RunEvidence } from './evidence.ts';
import { fileStates } from './file-state.ts';

/**
 * Reads one run as it lies in a directory, or a report alone. Only a report that cannot be read is an error (exit 2);
 * whatever else is missing or wrong is part of the evidence.
 */
export async function readRun(path: string, place: string, keys: readonly NamedKey[]): Promise<RunEvidence> {
  const { directory, file } = await whereItLies(path);
  const report = await readReport(file);
  const alone = { place, report, log: { state: 'absent' } as const, files: [], attestations: [] };
  if (directory === undefined) return alone;
  const past = await readLog(directory);
  const bundle = await bundledFiles(directory, report.runId);
  const ofLog = 'past' in past ? fileStates(directory, past.past.evidence ?? {}) : [];
  const unlisted = bundle.unlisted ?? ('past' in past ? withoutList(past.past) : undefined);
  return {
    ...alone,
    log: 'past' in past ? stateOf(past.past) : past,
    files: [...bundle.files, ...ofLog],
    ...(unlisted !== undefined && { unlisted }),
    attestations: await readSigned(directory, keys),
  };
}

/** A report that lies in a run directory, by its own name, is read with all that lies beside it. */
async function whereItLies(path: string): Promise<{ readonly directory?: string; readonly file: string }> {
  if (await isDirectory(path)) return { directory: path, file: join(path, 'report.json') };
  const log = await stat(join(dirname(path), EVENTS_FILE)).catch(() => undefined);
  return basename(path) === 'report.json' && log ? { directory: dirname(path), file: path } : { file: path };
}

async function isDirectory(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

async function readLog(directory: string): Promise<{ readonly past: PastRun } | LogState> {
  if (!(await stat(join(directory, EVENTS_FILE)).catch(() => undefined))) return { state: 'absent' };
  try {
    return { past: await readPastRun(directory) };
  } catch (error) {
    if (error instanceof HarnessError) return { state: 'unsound', why: error.message };
    throw error;
  }
}

function stateOf({ seal, report, stepsBack }: PastRun): LogState {
  return { state: 'read', seal, report, stepsBack };
}

/** A run that was not sealed has said nothing yet of its evidence. */
function withoutList({ evidence, seal }: PastRun): string | undefined {
  return evidence || seal === 'none' ? undefined : 'the log does not list the files of evidence';
}

async function readSigned(
  directory: string,
  keys: readonly NamedKey[],
): Promise<RunEvidence['attestations']> {
  const { envelopes } = await readAttestations(join(directory, ATTESTATION_FILE));
  return verifyEnvelopes(envelopes, keys);
}
