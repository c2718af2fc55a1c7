import { spawnSync } from 'node:child_process';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Proof, ProofFigures } from '../report/proof.ts';
import { cacheFolder } from '../support/cache-folder.ts';
import { naming } from '../support/full-disk.ts';
import { CACHE_FILE, CACHE_FOLDER } from '../support/own-files.ts';
import { inProject, projectRoot } from '../support/paths.ts';
import { sourceDigest } from './source-digest.ts';

/** What a proof found, the digest of the sources that it holds for, and what was checked out. */
export interface KeptProof {
  readonly digest: string;
  readonly proof: ProofFigures;
  readonly commit?: string;
  /** When each figure was found, as ISO times. */
  readonly dates?: Readonly<Record<string, string>>;
}

const FILE = 'proof.json';
const IN_CLONE = inProject(`node_modules/.cache/assay/${FILE}`);

/**
 * How far the gates of exactly these sources are proven; a change of corpus, harness or services voids a proof. One that
 * this user made of a clone that is read-only is not hidden by an older one in it.
 */
export async function lastProof(...files: readonly string[]): Promise<Proof> {
  const digest = await sourceDigest();
  let outdated: KeptProof | undefined;
  for (const file of files.length > 0 ? files : placesOfProof()) {
    const kept = await readKept(file);
    if (kept?.digest === digest)
      return { standing: 'proven', sources: digest, ...originOf(kept), ...kept.proof };
    outdated = kept ?? outdated;
  }
  return outdated
    ? { standing: 'outdated', sources: digest, ...originOf(outdated) }
    : { standing: 'never', sources: digest };
}

function* placesOfProof() {
  yield IN_CLONE;
  yield ownFile();
}

/** A proof is as old as the oldest of its figures. */
function originOf({ commit, dates = {} }: KeptProof): Pick<Proof, 'commit' | 'at'> {
  const [at] = Object.values(dates).toSorted();
  return { ...(commit !== undefined && { commit }), ...(at !== undefined && { at }) };
}

/**
 * Keeps a proof for the reports of later runs, beside what an earlier one found out about the same sources. `digest`
 * is that of the sources when the proof began: what was edited meanwhile is not proven.
 */
export async function keepProof(
  { digest, proof }: KeptProof,
  file = ownFile(),
  now = new Date(),
): Promise<void> {
  const before = await readKept(file);
  const same = before?.digest === digest ? before : undefined;
  const found = Object.keys(proof).map((figure) => [figure, now.toISOString()]);
  const dates = { ...same?.dates, ...Object.fromEntries(found) };
  const commit = commitNow();
  const kept: KeptProof = {
    digest,
    dates,
    proof: { ...same?.proof, ...proof },
    ...(commit !== undefined && { commit }),
  };
  await mkdir(dirname(file), { recursive: true, mode: CACHE_FOLDER });
  const draft = `${file}.${process.pid}`;
  try {
    await writeFile(draft, JSON.stringify(kept), { mode: CACHE_FILE });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw naming(file, error);
  }
}

/** In a clone that is read-only a file of this user alone. */
function ownFile(): string {
  return join(cacheFolder(''), FILE);
}

/** What is checked out, marked where files differ from it; nothing where git does not know. */
function commitNow(): string | undefined {
  const words = [
    '-C',
    projectRoot,
    'describe',
    '--always',
    '--abbrev=12',
    '--exclude=*',
    '--dirty= with changes',
  ];
  const { stdout, status } = spawnSync('git', words, { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '' ? stdout.trim() : undefined;
}

/** A file that is missing, cut off or not ours means that nothing is proven. */
async function readKept(file: string): Promise<KeptProof | undefined> {
  try {
    const kept: unknown = JSON.parse(await readFile(file, 'utf8'));
    return isKept(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

function isKept(value: unknown): value is KeptProof {
  if (typeof value !== 'object' || value === null || !('digest' in value) || !('proof' in value))
    return false;
  return typeof value.digest === 'string' && typeof value.proof === 'object' && value.proof !== null;
}
