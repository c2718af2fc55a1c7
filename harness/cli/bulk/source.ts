import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Entry } from '../../corpus/entry.ts';
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

/** Finds what was meant: an NDJSON file, a corpus folder, or one entry of the corpus that ships. */
export async function bulkSource(source: string, cwd: string): Promise<BulkSource> {
  const path = resolve(cwd, source);
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile()) return { items: ndjsonItems(path) };
  if (found?.isDirectory()) return ofEntries(await loadSoundEntries(path));
  if (source.endsWith('.ndjson')) throw noSuchFile(path);
  return ofEntries(entriesNamed(source, await loadSoundEntries(inProject('corpus'))));
}

function ofEntries(entries: readonly Entry[]): BulkSource {
  const sessions = entries.filter(({ steps }) => steps.length > 1).length;
  return {
    ...{ items: entryItems(entries), count: entries.length },
    ...(sessions > 0 && {
      leftOut: `${sessions} of ${entries.length} entries are sessions: only their first request is sent`,
    }),
  };
}

function entriesNamed(name: string, entries: readonly Entry[]): readonly Entry[] {
  const [id] = name.replace(/^corpus\//, '').split('@');
  const entry = entries.find((candidate) => candidate.id === id);
  if (entry) return [entry];
  throw new UsageError({
    code: 'UNKNOWN_SOURCE',
    message: `"${name}" is no file, no folder and no entry of the corpus.`,
    fix: didYouMean(
      id ?? '',
      entries.map((known) => known.id),
    ).slice(0, 200),
  });
}

function noSuchFile(path: string): UsageError {
  return new UsageError({
    code: 'NO_SUCH_FILE',
    message: `${path} does not exist.`,
    fix: 'Give the path of an NDJSON file, a corpus folder or the id of an entry.',
  });
}
