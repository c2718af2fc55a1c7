import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileStates } from '../../gate/evidence/file-state.ts';
import { collectLog, type RunLog } from '../../report/collect.ts';
import { FORMAT_VERSION, type RunEvent, type RunPlanned } from '../../report/event.ts';
import { EVENTS_FILE, type PastRun, readPastRun } from '../../report/past-run.ts';
import { scopeWords } from '../../report/scope.ts';
import { sealOf } from '../../report/seal.ts';
import { evidenceDigests } from '../../suites/evidence-list.ts';
import { ASSAY } from '../../support/command.ts';
import { type AssayError, HarnessError, UsageError } from '../../support/errors.ts';

/** A run directory that holds one shard of a run, read and found sound. */
export interface GivenShard {
  readonly index: number;
  readonly total: number;
  /** In words: `shard 2/3 (judged/2)`. */
  readonly name: string;
  readonly directory: string;
  readonly events: readonly RunEvent[];
  readonly log: RunLog;
  readonly planned: RunPlanned;
  /** SHA-256 of each file of evidence, by its path from the directory. */
  readonly evidence: Readonly<Record<string, string>>;
}

/**
 * Reads a shard by its events. Throws `UsageError` where there is none, and `HarnessError` where its log or its evidence
 * is not what it has left; a shard that was killed or interrupted is read as that.
 */
export async function readShard(directory: string, place: string): Promise<GivenShard> {
  if (!(await stat(join(directory, EVENTS_FILE)).catch(() => undefined))) throw nothingThere(place);
  if (sealOf(join(directory, EVENTS_FILE)) === 'broken') throw edited(place);
  const past = await readPastRun(directory);
  const log = collectLog(past.events);
  const { planned } = mustBeShard(past, log, place);
  const { index, total } = planned.scope.shard;
  // Whoever was killed could not list it any more; whoever has sealed its log did.
  if (!past.evidence && past.seal === 'sound') throw unsound(place, `is not listed in ${EVENTS_FILE}`, []);
  const evidence = past.evidence ?? (await evidenceDigests(directory));
  mustBeIntact(directory, place, evidence);
  const name = `shard ${index}/${total} (${place})`;
  return { index, total, name, directory, events: past.events, log, planned, evidence };
}

type OfShard = RunPlanned & { readonly scope: { readonly shard: { index: number; total: number } } };

function mustBeShard(
  { report, started }: PastRun,
  { planned }: RunLog,
  place: string,
): { readonly planned: OfShard } {
  if (started.formatVersion !== FORMAT_VERSION)
    throw noShard(
      place,
      `has format version ${started.formatVersion}; only those of ${FORMAT_VERSION} merge`,
    );
  if (report.merged) throw noShard(place, 'is a merged run already');
  if (!planned) throw noShard(place, 'died before it had a plan');
  if (!planned.scope.shard)
    throw noShard(place, `is a run of its own, of ${scopeWords(planned.scope)}, and no shard of one`);
  return { planned: planned as OfShard };
}

/** Its evidence lies where evidence lies, or whoever wrote the log could have us write anywhere. */
function mustBeIntact(directory: string, place: string, evidence: GivenShard['evidence']): void {
  const outside = Object.keys(evidence).filter((path) => !isEvidence(path));
  if (outside[0] !== undefined)
    throw unsound(place, `lists ${outside[0]}, which is no place of evidence`, outside);
  const off = fileStates(directory, evidence).filter(({ state }) => state !== 'sound');
  const [first] = off;
  if (!first) return;
  const all = off.map(({ path, state }) => `${path}: ${state}`);
  throw unsound(place, `is not what it has left: ${first.path} is ${first.state}`, all);
}

function isEvidence(path: string): boolean {
  const [folder, ...names] = path.split('/');
  const isPlain = names.every((name) => !['', '.', '..', '.files'].includes(name) && !name.includes('\\'));
  return folder === 'evidence' && names.length > 0 && isPlain;
}

function nothingThere(place: string): UsageError {
  return new UsageError({
    code: 'NO_RUN_THERE',
    message: `${place} is no run directory: it holds no ${EVENTS_FILE}.`,
    fix: `Name the run directories of the shards: ${ASSAY} report merge <run> <run> … --out <folder>`,
  });
}

function noShard(place: string, what: string): UsageError {
  return new UsageError({
    code: 'NO_SHARD',
    message: `${place} ${what}.`,
    fix: `Name run directories of \`${ASSAY} run --shard i/n\`; one that came to nothing can be run again, or be left out, and is missing then.`,
  });
}

function edited(place: string): AssayError {
  return new HarnessError({
    code: 'EVENTS_EDITED',
    message: `${EVENTS_FILE} of ${place} is not what the shard has left: its seal is broken.`,
    fix: 'Get the log as it was, or run that shard again.',
  });
}

function unsound(place: string, what: string, details: readonly string[]): AssayError {
  return new HarnessError({
    code: 'EVIDENCE_UNSOUND',
    message: `The evidence of ${place} ${what}.`,
    details: details.slice(0, 10),
    fix: 'Get the run directory whole, as it was uploaded, or run that shard again.',
  });
}
