import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bundle } from '../../report/files.ts';
import { parseJson } from '../../support/parse-json.ts';
import type { RunEvidence } from './evidence.ts';
import { fileStates } from './file-state.ts';

const BUNDLE_FILE = 'bundle.json';

/** Without these nobody can see what a run came to. */
const LEAST = ['report.json', 'ctrf.json', 'junit.xml', 'summary.md', 'sarif.json'];

/** The files that were made of a report, held against the list that was made with them. */
export async function bundledFiles(
  directory: string,
  runId: string,
): Promise<Pick<RunEvidence, 'files' | 'unlisted'>> {
  const text = await readFile(join(directory, BUNDLE_FILE), 'utf8').catch(() => undefined);
  if (text === undefined) return { files: [], unlisted: `there is no ${BUNDLE_FILE}, which lists the files` };
  const bundle = parseJson(text);
  if (!isBundle(bundle)) return { files: [], unlisted: `${BUNDLE_FILE} is no list of files` };
  if (bundle.runId !== runId)
    return { files: [], unlisted: `${BUNDLE_FILE} is that of ${bundle.runId}, and the report of ${runId}` };
  const dropped = LEAST.filter((name) => bundle.files[name] === undefined);
  const files = fileStates(directory, bundle.files);
  return dropped.length === 0 ? { files } : { files, unlisted: `${BUNDLE_FILE} does not list ${dropped[0]}` };
}

function isBundle(value: unknown): value is Bundle {
  if (typeof value !== 'object' || value === null) return false;
  const { formatVersion, runId, files } = value as Partial<Bundle>;
  if (formatVersion !== 1 || typeof runId !== 'string') return false;
  return (
    typeof files === 'object' &&
    files !== null &&
    Object.values(files).every((each) => typeof each === 'string')
  );
}
