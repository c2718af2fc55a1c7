import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { UsageError } from '../support/errors.ts';
import { unclaimed } from './claims.ts';
import { type Entry, SHELVES, type Shelf } from './entry.ts';
import { entryOf } from './entry-of.ts';
import type { CorpusProblem } from './problem.ts';
import { ruleProblem } from './separating-rule.ts';
import type { Sidecar } from './sidecar.ts';
import { openSidecarMemory, type SidecarMemory } from './sidecar-memory.ts';

/** A corpus as loaded: the entries that are sound, sorted by id, and a problem for everything that is not. */
export interface Corpus {
  /** Absolute path. */
  readonly folder: string;
  readonly entries: readonly Entry[];
  readonly problems: readonly CorpusProblem[];
}

/** Loads the four shelves below `folder`. Faulty entries become problems; a missing folder is a UsageError. */
export async function loadCorpus(folder: string): Promise<Corpus> {
  const root = resolve(folder);
  const memory = openSidecarMemory();
  const shelves = await Promise.all(SHELVES.map((shelf) => loadShelf(root, shelf, memory)));
  memory.keep();
  if (shelves.every((shelf) => shelf === undefined)) throw noCorpus(root);
  const found = shelves.flatMap((shelf) => shelf ?? []);
  const entries = found.flatMap((part) => part.entries).sort((a, b) => (a.id < b.id ? -1 : 1));
  const { unique, problems } = withoutDuplicates(root, entries);
  return {
    folder: root,
    entries: unique,
    problems: [...found.flatMap((part) => part.problems), ...problems],
  };
}

interface LoadedShelf {
  readonly entries: readonly Entry[];
  readonly problems: readonly CorpusProblem[];
}

async function loadShelf(
  root: string,
  shelf: Shelf,
  memory: SidecarMemory,
): Promise<LoadedShelf | undefined> {
  const files = await readdir(join(root, shelf)).catch((error: NodeJS.ErrnoException) => error);
  if (files instanceof Error) return withoutShelf(shelf, files);
  const sidecars = files.filter((name) => name.endsWith('.yaml'));
  const loaded = sidecars.map((name) => loadEntry(root, shelf, name, files, memory));
  return {
    entries: loaded.flatMap((one) => one.entries),
    problems: [
      ...loaded.flatMap((one) => one.problems),
      ...unclaimed(
        shelf,
        files,
        loaded.flatMap((one) => one.entries),
      ),
    ],
  };
}

/** A shelf that is there and cannot be read must not make the corpus smaller unnoticed. */
function withoutShelf(shelf: Shelf, error: NodeJS.ErrnoException): LoadedShelf | undefined {
  if (error.code === 'ENOENT') return undefined;
  return { entries: [], problems: [unreadable(shelf, error)] };
}

function loadEntry(
  root: string,
  shelf: Shelf,
  name: string,
  files: readonly string[],
  memory: SidecarMemory,
): LoadedShelf {
  const file = `${shelf}/${name}`;
  const text = textOf(join(root, file));
  if (text instanceof Error) return { entries: [], problems: [unreadable(file, text)] };
  const parsed = memory.parse(text, file);
  if ('problems' in parsed) return { entries: [], problems: parsed.problems };
  const { sidecar } = parsed;
  const problem = placeProblem(sidecar, shelf, name) ?? ruleProblem(sidecar, file);
  if (problem) return { entries: [], problems: [problem] };
  const entry = entryOf(sidecar, shelf, join(root, file));
  const missing = entry.steps.filter((step) => !files.includes(step.payload));
  if (missing.length === 0) return { entries: [entry], problems: [] };
  return { entries: [], problems: missing.map((step) => missingPayload(file, step.payload)) };
}

/** Read one after the other: hundreds of small files take several times as long by promises. */
function textOf(file: string): string | Error {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    return error as Error;
  }
}

function placeProblem(sidecar: Sidecar, shelf: Shelf, name: string): CorpusProblem | undefined {
  const file = `${shelf}/${name}`;
  const expected = basename(name, '.yaml');
  if (sidecar.id !== expected) {
    const message = `id is \`${sidecar.id}\` but the file is named \`${expected}\``;
    return { file, rule: 'id', message, fix: `Write \`id: ${expected}\` or rename sidecar and payload.` };
  }
  if ((sidecar.steps !== undefined) === (shelf === 'sessions')) return undefined;
  const message =
    shelf === 'sessions' ? 'a session needs `steps`' : `\`steps\` belong to sessions, not to ${shelf}`;
  return {
    file,
    rule: 'schema',
    message,
    fix: 'Move the entry to corpus/sessions, or give it one `expect`.',
  };
}

function withoutDuplicates(root: string, entries: readonly Entry[]) {
  const first = new Map<string, Entry>();
  const problems: CorpusProblem[] = [];
  for (const entry of entries) {
    const other = first.get(entry.id);
    if (!other) first.set(entry.id, entry);
    else problems.push(duplicate(root, entry, other));
  }
  return { unique: [...first.values()], problems };
}

function duplicate(root: string, entry: Entry, other: Entry): CorpusProblem {
  const message = `id \`${entry.id}\` is taken by ${other.file.slice(root.length + 1)}`;
  return {
    file: entry.file.slice(root.length + 1),
    rule: 'duplicate-id',
    message,
    fix: 'Give one of them another id.',
  };
}

function unreadable(file: string, { message }: Error): CorpusProblem {
  return {
    file,
    rule: 'yaml',
    message: `cannot be read: ${message}`,
    fix: 'Make it something that you may read.',
  };
}

function missingPayload(file: string, payload: string): CorpusProblem {
  return {
    file,
    rule: 'missing-payload',
    message: `payload \`${payload}\` is missing`,
    fix: 'Add it beside the sidecar.',
  };
}

function noCorpus(folder: string): UsageError {
  return new UsageError({
    code: 'CORPUS_NOT_FOUND',
    message: `${folder} is no corpus: none of the folders ${SHELVES.join(', ')} is there`,
    fix: 'Give the path of a folder that has these shelves, such as corpus/ of the project.',
  });
}
