import { readFile } from 'node:fs/promises';
import type { Entry, Step } from './entry.ts';
import type { Corpus } from './load.ts';
import { filledPayload } from './payload.ts';
import type { CorpusProblem } from './problem.ts';

/** An entry with the text of its files, as the rules of the linter look at it. */
export interface Source {
  readonly entry: Entry;
  /** Path of the sidecar from the corpus folder. */
  readonly file: string;
  readonly sidecar: string;
  readonly payloads: readonly Payload[];
}

export interface Payload {
  readonly step: Step;
  /** Path from the corpus folder. */
  readonly file: string;
  readonly stored: Buffer;
  /** Filled, with placeholders left in; `undefined` when it grows beyond the limit. */
  readonly expanded: Buffer | undefined;
}

/** A rule that looks at one entry at a time. */
export type EntryRule = (source: Source) => readonly CorpusProblem[];

/** Reads every file of the corpus once. */
export async function readSources(corpus: Corpus): Promise<readonly Source[]> {
  return Promise.all(corpus.entries.map((entry) => readSource(corpus.folder, entry)));
}

async function readSource(folder: string, entry: Entry): Promise<Source> {
  const sidecar = await readFile(entry.file, 'utf8');
  const payloads = await Promise.all(entry.steps.map((step) => readPayload(folder, step)));
  return { entry, file: entry.file.slice(folder.length + 1), sidecar, payloads };
}

async function readPayload(folder: string, step: Step): Promise<Payload> {
  const stored = await readFile(step.payloadFile);
  return { step, file: step.payloadFile.slice(folder.length + 1), stored, expanded: expandedOf(step) };
}

function expandedOf(step: Step): Buffer | undefined {
  try {
    return filledPayload(step);
  } catch {
    return undefined;
  }
}
