import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Proof } from '../report/report.ts';
import { inProject } from '../support/paths.ts';
import { sourceDigest } from './source-digest.ts';

const FILE = inProject('node_modules/.cache/assay/proof.json');

interface Kept {
  readonly digest: string;
  readonly proof: Proof;
}

/** The proof of exactly these sources, when one was made; a change of corpus, harness or services voids it. */
export async function lastProof(): Promise<Proof | undefined> {
  const kept = await readKept();
  return kept && kept.digest === (await sourceDigest()) ? kept.proof : undefined;
}

/** Keeps what a proof found for the reports of later runs, beside what is still true of an earlier one. */
export async function keepProof(proof: Proof): Promise<void> {
  const kept: Kept = { digest: await sourceDigest(), proof: { ...(await lastProof()), ...proof } };
  await mkdir(dirname(FILE), { recursive: true });
  await writeFile(`${FILE}.${process.pid}`, JSON.stringify(kept));
  await rename(`${FILE}.${process.pid}`, FILE);
}

async function readKept(): Promise<Kept | undefined> {
  try {
    return JSON.parse(await readFile(FILE, 'utf8'));
  } catch {
    return undefined;
  }
}
