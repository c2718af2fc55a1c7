import type { KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../report/report.ts';
import { appendOwn } from '../support/own-files.ts';
import { parseJson } from '../support/parse-json.ts';
import { type Envelope, isEnvelope, seal } from './envelope.ts';
import { statementOf } from './statement.ts';

/** Name of the file in a run directory that holds what was signed of it, an envelope a line. */
export const ATTESTATION_FILE = 'attestation.intoto.jsonl';

/** Signs what a run has found, and adds that to its directory; others may have signed before. */
export function attest(directory: string, report: Report, key: KeyObject): void {
  appendOwn(join(directory, ATTESTATION_FILE), `${JSON.stringify(seal(statementOf(report), key))}\n`);
}

/** The envelopes of a file, and the numbers of the lines that are none. A missing file has neither. */
export async function readAttestations(
  file: string,
): Promise<{ readonly envelopes: readonly Envelope[]; readonly unreadable: readonly number[] }> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const lines = text
    .split('\n')
    .map((line, index) => ({ number: index + 1, text: line, value: parseJson(line) }));
  const told = lines.filter((line) => line.text.trim() !== '');
  return {
    envelopes: told.flatMap(({ value }) => (isEnvelope(value) ? [value] : [])),
    unreadable: told.filter(({ value }) => !isEnvelope(value)).map(({ number }) => number),
  };
}
