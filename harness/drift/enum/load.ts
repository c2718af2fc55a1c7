import { existsSync } from 'node:fs';
import { globMatcher } from '../support/glob.ts';
import { readText } from '../support/read-text.ts';
import { type SourceFile, sourceFile } from '../support/source-file.ts';
import { existingFolder, loadSourceTree, type Unread } from '../support/source-tree.ts';
import { SKIPPED_FOLDERS, walkFolder } from '../support/walk.ts';
import { isDownFile } from './catalogue/migration.ts';
import type { MigrationProblem } from './catalogue/migrations.ts';
import { inOrder } from './catalogue/order.ts';
import { migrationInCode } from './code/migration-code.ts';
import type { EnumSettings } from './settings.ts';

/** Everything that the pure part of the check works on. */
export interface EnumSources {
  /** In the order in which they are applied. */
  readonly migrations: readonly SourceFile[];
  /** Statements of migrations that only runtime knows, although the schema depends on them. */
  readonly unknown?: readonly MigrationProblem[];
  readonly code: readonly SourceFile[];
  /** SQL files of the migrations' folder that the globs leave out: paths below it. */
  readonly passedBy: readonly string[];
  /** Recorded exchanges, as JSON or NDJSON texts. */
  readonly recordings: readonly SourceFile[];
  readonly unread: readonly Unread[];
}

const TEST_FILES = [
  '**/*_test.go',
  '**/*.{test,spec}.{ts,tsx,js,jsx,mjs}',
  '**/{test_*,*_test,conftest}.py',
  '**/tests/**/*.py',
  '**/__tests__/**',
];

/** Reads the trees that the settings name; a missing folder is a UsageError, an unreadable file is counted. */
export function loadEnumSources(settings: EnumSettings): EnumSources {
  const root = existingFolder(settings.root, 'root');
  existingFolder(`${root}/${settings.migrations.folder}`, 'migrations');
  const folder = settings.migrations.folder.replace(/^\.\//, '').replace(/\/$/, '');
  const listed = loadSourceTree({
    root,
    include: settings.migrations.include.map((glob) => `${folder}/${glob}`),
    skipFolders: ['.git'],
  });
  const isData = dataFolders(settings.migrations.include);
  const steps = listed.files.filter(({ path }) => !isData(path.slice(folder.length + 1)));
  const migrations = migrationsOf(inOrder(steps, planOf(`${root}/${folder}`)));
  const code = loadSourceTree({
    root,
    include: settings.code.include,
    exclude: [
      ...settings.code.exclude,
      `${folder}/**/*.sql`,
      ...migrations.inCode,
      ...(settings.code.tests ? [] : TEST_FILES),
    ],
    ...(settings.code.languages && { languages: settings.code.languages }),
    ...(settings.code.skipFolders && { skipFolders: settings.code.skipFolders }),
  });
  const recordings = loadRecordings(settings);
  const taken = new Set(migrations.files.map(({ path }) => path.slice(folder.length + 1)));
  const sql = walkFolder(`${root}/${folder}`).files.filter((path) => path.endsWith('.sql'));
  return {
    passedBy: sql.filter((path) => !taken.has(path) && !isDownFile(path) && !isData(path)),
    migrations: migrations.files,
    unknown: migrations.unknown,
    code: code.files,
    recordings: recordings.files,
    unread: [...listed.unread, ...migrations.unread, ...code.unread, ...recordings.unread],
  };
}

/** Tells what lies in folders that tests keep their data in; no tool applies that, unless a glob asks for it. */
function dataFolders(globs: readonly string[]): (path: string) => boolean {
  const skipped = SKIPPED_FOLDERS.filter((name) => !globs.some((glob) => glob.includes(name)));
  return (path) =>
    path
      .split('/')
      .slice(0, -1)
      .some((part) => skipped.some((name) => name === part));
}

interface Migrations {
  readonly files: readonly SourceFile[];
  /** Paths of those written in code. */
  readonly inCode: readonly string[];
  readonly unknown: readonly MigrationProblem[];
  readonly unread: readonly Unread[];
}

/** Files of SQL, and what those written in another language run on the way up. */
function migrationsOf(listed: readonly SourceFile[]): Migrations {
  const read = listed.map((file) => (file.language === 'sql' ? undefined : migrationInCode(file)));
  const inCode = read.filter((each) => each !== undefined);
  return {
    files: listed.flatMap((file, at) => (file.language === 'sql' ? file : (read[at]?.sql ?? []))),
    inCode: inCode.map(({ sql }) => sql.path),
    unknown: inCode.flatMap(({ sql: file, unknown }) =>
      unknown
        .filter(({ isSchema }) => isSchema)
        .map(({ at }) => ({
          ...{ file, at },
          message: 'a statement about the schema that is put together at run time; write it out',
        })),
    ),
    unread: inCode.flatMap(({ sql, unknown }) =>
      unknown
        .filter(({ isSchema }) => !isSchema)
        .map(({ at }) => ({
          path: sql.path,
          problem: 'unreadable' as const,
          detail: `a statement on line ${sql.positionAt(at).line} is known at run time only`,
        })),
    ),
  };
}

/** The changes of sqitch's plan, which names nothing else at the start of a line. */
function planOf(folder: string): readonly string[] {
  const plan = [`${folder}/sqitch.plan`, `${folder}/../sqitch.plan`].find((path) => existsSync(path));
  const read = plan === undefined ? undefined : readText(plan);
  if (!read || !('text' in read)) return [];
  return [...read.text.matchAll(/^\+?([A-Za-z_][^\s@:#]*)(?=\s)/gm)].map(([, name]) => name ?? '');
}

function loadRecordings({ root, wire }: EnumSettings): {
  files: readonly SourceFile[];
  unread: readonly Unread[];
} {
  if (!wire) return { files: [], unread: [] };
  const folder = existingFolder(`${root}/${wire.folder}`, 'wire');
  const matches = globMatcher(wire.files);
  const files: SourceFile[] = [];
  const unread: Unread[] = [];
  for (const path of walkFolder(folder).files.filter(matches)) {
    const read = readText(`${folder}/${path}`);
    const shown = `${wire.folder}/${path}`;
    if ('text' in read) files.push(sourceFile(shown, 'typescript', read.text));
    else unread.push({ path: shown, ...read });
  }
  return { files, unread };
}
