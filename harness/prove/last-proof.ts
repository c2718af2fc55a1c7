import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Proof } from '../report/report.ts';
import { inProject } from '../support/paths.ts';
import { sourceDigest } from './source-digest.ts';

/** What a proof found, and the digest of the sources that it holds for. */
export interface KeptProof {
  readonly digest: string;
  readonly proof: Proof;
}

const FILE = inProject('node_modules/.cache/assay/proof.json');

/** The proof of exactly these sources, when one was made; a change of corpus, harness or services voids it. */
export async function lastProof(file = FILE): Promise<Proof | undefined> {
  const kept = await readKept(file);
  return kept && kept.digest === (await sourceDigest()) ? kept.proof : undefined;
}

/**
 * Keeps a proof for the reports of later runs, beside what an earlier one found out about the same sources. `digest`
 * is that of the sources when the proof began: what was edited meanwhile is not proven.
 */
export async function keepProof({ digest, proof }: KeptProof, file = FILE): Promise<void> {
  const before = await readKept(file);
  const known = before?.digest === digest ? before.proof : {};
  const kept: KeptProof = { digest, proof: { ...known, ...proof } };
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.${process.pid}`, JSON.stringify(kept));
  await rename(`${file}.${process.pid}`, file);
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
