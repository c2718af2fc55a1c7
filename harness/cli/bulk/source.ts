import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { type Entry, SHELVES } from '../../corpus/entry.ts';
import { loadSoundEntries } from '../../corpus/index.ts';
import { entryItems, ndjsonItems } from '../../replay/index.ts';
import { UsageError } from '../../support/errors.ts';
import { didYouMean } from '../../support/nearest.ts';
import { inProject } from '../../support/paths.ts';

/** What a bulk replay sends; `count` is known for entries only, a file is read as it goes. */
export interface BulkSource {
  readonly items: ReturnType<typeof ndjsonItems>;
  readonly count?: number;
  /** What of the source is left out, in words. */
  readonly leftOut?: string;
}

/** The source that stands for lines on stdin. */
export const STDIN = '-';

/**
 * Finds what was meant: NDJSON in a file, a pipe or on stdin; a corpus folder or one of its shelves; one entry, by the file
 * of its sidecar or payload, or by its id in the corpus that ships.
 */
export async function bulkSource(source: string, cwd: string, stdin: () => Readable): Promise<BulkSource> {
  if (source === STDIN) return { items: ndjsonItems('stdin', stdin()) };
  const path = resolve(cwd, source);
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) return ofEntries(await entriesIn(path));
  if (found && OF_ENTRIES.test(path)) return ofEntries(await entriesOfFile(path));
  if (found) return { items: ndjsonItems(path) };
  if (OF_FILES.test(source)) throw noSuchFile(path);
  return ofEntries(entriesNamed(source, await loadSoundEntries(inProject('corpus'))));
}

const OF_ENTRIES = /\.(?:yaml|body)$/;
const OF_FILES = /\.(?:ndjson|jsonl|json|gz|ya?ml|body)$/;

function ofEntries(entries: readonly Entry[]): BulkSource {
  const sessions = entries.filter(({ steps }) => steps.length > 1).length;
  return {
    ...{ items: entryItems(entries), count: entries.length },
    ...(sessions > 0 && {
      leftOut: `${sessions} of ${entries.length} entries are sessions: only their first request is sent`,
    }),
  };
}

/** Those of a corpus, or of a shelf of one. */
async function entriesIn(folder: string): Promise<readonly Entry[]> {
  const shelf = shelfNamed(basename(folder));
  if (shelf === undefined) return loadSoundEntries(folder);
  return (await loadSoundEntries(dirname(folder))).filter((entry) => entry.shelf === shelf);
}

/** The one whose sidecar or payload the file is. */
async function entriesOfFile(path: string): Promise<readonly Entry[]> {
  const folder = dirname(path);
  if (shelfNamed(basename(folder)) === undefined) throw onNoShelf(path);
  const entries = await loadSoundEntries(dirname(folder));
  return entries.filter(
    ({ file, steps }) => file === path || steps.some(({ payloadFile }) => payloadFile === path),
  );
}

function shelfNamed(name: string) {
  return SHELVES.find((shelf) => shelf === name);
}

/** `corpus/v03-text@0.3`, `corpus/valid/v03-text` → `v03-text` */
function entriesNamed(name: string, entries: readonly Entry[]): readonly Entry[] {
  const [id = ''] = basename(name).split('@');
  const entry = entries.find((candidate) => candidate.id === id);
  if (entry) return [entry];
  throw new UsageError({
    code: 'UNKNOWN_SOURCE',
    message: `"${name}" is no file, no folder and no entry of the corpus.`,
    fix: didYouMean(
      id,
      entries.map((known) => known.id),
    ).slice(0, 200),
  });
}

function onNoShelf(path: string): UsageError {
  return new UsageError({
    code: 'NO_ENTRY',
    message: `${path} is no entry of a corpus: its folder is none of ${SHELVES.join(', ')}.`,
    fix: 'Move sidecar and payload into such a folder, or write the request as a line of an NDJSON file.',
  });
}

function noSuchFile(path: string): UsageError {
  return new UsageError({
    code: 'NO_SUCH_FILE',
    message: `${path} does not exist.`,
    fix: 'Give the path of an NDJSON file, a corpus folder, an entry or its id, or - for lines on stdin.',
  });
}
