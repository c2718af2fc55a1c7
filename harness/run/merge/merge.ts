import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { EVENTS_FILE, rebuildReport } from '../../report/past-run.ts';
import type { Report } from '../../report/report.ts';
import { digestOfLog } from '../../report/seal.ts';
import { UsageError } from '../../support/errors.ts';
import { appendOwn, writeOwn } from '../../support/own-files.ts';
import { openRunDirectory } from '../directory.ts';
import { mustAgree } from './agree.ts';
import { copyEvidence } from './copy-evidence.ts';
import { mustBeOneDeal } from './deal.ts';
import { type GivenShard, readShard } from './given-shard.ts';
import { mergedEvents, mergedRunId, type Shards } from './merged-events.ts';

/** Where shards lie, as they were named, and where the run goes that they make. */
export interface Merge {
  readonly places: readonly string[];
  readonly cwd: string;
  readonly out: string;
}

/**
 * Makes of the shards of a run the run directory that one machine would have left, sealed anew. All of them are read and
 * held against each other before anything is written.
 */
export async function mergeShards({ places, cwd, out }: Merge): Promise<Report> {
  const shards = await readShards(places, cwd);
  mustAgree(shards);
  mustBeOneDeal(shards);
  for (const shard of shards) mustLieApart(shard, out);
  await using _held = await openRunDirectory(out, mergedRunId(shards));
  copyEvidence(shards, out);
  writeLog(join(out, EVENTS_FILE), shards);
  return await rebuildReport(out);
}

async function readShards(places: readonly string[], cwd: string): Promise<Shards> {
  const read: GivenShard[] = [];
  for (const place of places) read.push(await readShard(resolve(cwd, place), place));
  const [first, ...others] = read.toSorted((a, b) => a.index - b.index);
  if (first) return [first, ...others];
  throw new UsageError({
    code: 'NO_RUN_NAMED',
    message: 'No shard was named, so there is nothing to merge.',
    fix: 'Name the run directories of the shards.',
  });
}

/** Its seal bears the time of its last event, for nothing happens in a merge. */
function writeLog(file: string, shards: Shards): void {
  const events = mergedEvents(shards);
  writeOwn(file, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  const at = events.at(-1)?.at;
  appendOwn(file, `${JSON.stringify({ event: 'run.sealed', sha256: digestOfLog(file), at })}\n`);
}

/** A run directory is emptied before it is written. */
function mustLieApart({ name, directory }: GivenShard, out: string): void {
  const [theirs, ours] = [realpathSync(directory), realPathOf(out)];
  const isApart =
    !`${theirs}${sep}`.startsWith(`${ours}${sep}`) && !`${ours}${sep}`.startsWith(`${theirs}${sep}`);
  if (isApart) return;
  throw new UsageError({
    code: 'OUT_HOLDS_SHARD',
    message: `${out} is no place for the merged run: ${name} lies there.`,
    fix: 'Name an empty or new folder with --out; nothing was touched.',
  });
}

/** Of a folder that need not be there yet. */
function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : join(realPathOf(dirname(path)), basename(path));
  }
}
