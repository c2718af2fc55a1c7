import { groupBy } from '../../support/group.ts';
import type { SourceFile } from '../../support/source-file.ts';
import { enclosing, type FileIndex, indexFile, type ScopedBinding } from './file-index.ts';
import type { FunctionSpan, Import } from './language.ts';
import { languageFor } from './languages.ts';
import { folderOf, modulePaths } from './modules.ts';

/** All code files under test, indexed one by one as names lead to them. */
export interface Program {
  readonly files: readonly SourceFile[];
  index(file: SourceFile): FileIndex | undefined;
  /** Files whose grammar did not understand them, among those parsed so far. */
  readonly unparsable: ReadonlySet<SourceFile>;
  folder(path: string): readonly SourceFile[];
  readonly byPath: ReadonlyMap<string, SourceFile>;
}

/** Syntax trees are large; this many are kept, and an older one is parsed again when a name leads back to it. */
const KEPT_INDEXES = 48;

/** Wraps the loaded files; nothing is parsed before it is needed. `remembered` keeps every index for the next program. */
export function programOf(files: readonly SourceFile[], remembered?: Map<SourceFile, FileIndex>): Program {
  const kept = remembered ?? new Map<SourceFile, FileIndex>();
  const most = remembered ? Number.POSITIVE_INFINITY : KEPT_INDEXES;
  const unparsable = new Set<SourceFile>();
  const folders = groupBy(files, ({ path }) => folderOf(path));
  const index = (file: SourceFile): FileIndex | undefined => {
    const language = languageFor(file.language);
    if (!language) return undefined;
    const made = kept.get(file) ?? indexFile(file, language);
    if (made.isUnparsable()) unparsable.add(file);
    kept.delete(file);
    kept.set(file, made);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest) kept.delete(oldest);
    return made;
  };
  return {
    files,
    index,
    unparsable,
    folder: (path) => folders.get(folderOf(path)) ?? [],
    byPath: new Map(files.map((file) => [file.path, file])),
  };
}

/** A use of a name: where it stands decides which bindings it can see. */
export interface NameUse {
  readonly file: SourceFile;
  readonly start: number;
  readonly name: string;
  readonly qualifier?: string;
}

/** The bindings that a name can mean: the innermost function's, else the file's, the package's, an import's. */
export function resolveName(program: Program, use: NameUse): readonly ScopedBinding[] {
  const index = program.index(use.file);
  if (!index) return [];
  if (use.qualifier !== undefined) return qualified(program, index, use.qualifier, use.name);
  const candidates = index.bindings(use.name).filter(isWhole);
  for (const scope of enclosing(index.functions(), use.start)) {
    const local = candidates.filter((each) => each.scope === scope && each.at < use.start);
    const before = local.filter((each) => !holds(each, use));
    if (local.length > 0) return before.length > 0 ? before : local;
  }
  return topLevel(program, index, use.name);
}

/** A value that uses the name itself, as `x = x + '…'` does, builds on the values before. */
function holds({ valueSpan, file }: ScopedBinding, use: NameUse): boolean {
  return (
    valueSpan !== undefined && file === use.file && valueSpan.start <= use.start && use.start < valueSpan.end
  );
}

function isWhole({ how }: ScopedBinding): boolean {
  return how !== 'grow' && how !== 'entry';
}

/**
 * What makes the list or record behind a name longer or replaces a part of it: writes from inner functions count, those
 * to another variable of the same name do not. Where the name is a package's, the files that share it are asked.
 */
export function partialWrites(program: Program, use: NameUse, until = use.start): readonly ScopedBinding[] {
  const index = program.index(use.file);
  if (!index || use.qualifier !== undefined) return [];
  const home = homeOf(index, use.name, use.start);
  if (home !== undefined)
    return partialIn(index, use.name).filter(
      (each) => each.at < until && homeOf(index, use.name, each.at) === home && !holds(each, use),
    );
  const own = partialAtTop(index, use.name).filter((each) => !holds(each, use));
  if (!index.language.folderIsModule) return own;
  const others = program.folder(index.file.path).filter(({ text }) => text.includes(use.name));
  const shared = others.flatMap((file) => {
    const other = file === index.file ? undefined : program.index(file);
    return other ? partialAtTop(other, use.name) : [];
  });
  return [...own, ...shared];
}

function partialIn(index: FileIndex, name: string): readonly ScopedBinding[] {
  return index.bindings(name).filter((each) => !isWhole(each));
}

function partialAtTop(index: FileIndex, name: string): readonly ScopedBinding[] {
  return partialIn(index, name).filter((each) => homeOf(index, name, each.at) === undefined);
}

/** The function whose variable a name at `at` means; none for a name of the whole file. */
function homeOf(index: FileIndex, name: string, at: number): FunctionSpan | undefined {
  const whole = index.bindings(name).filter(isWhole);
  return enclosing(index.functions(), at).find((scope) =>
    whole.some((each) => each.scope === scope && each.at < at),
  );
}

function topLevel(program: Program, index: FileIndex, name: string): readonly ScopedBinding[] {
  const own = atTop(index, name);
  if (own.length > 0) return own;
  if (index.language.folderIsModule) {
    const shared = inFiles(program, program.folder(index.file.path), name);
    if (shared.length > 0) return shared;
  }
  return index
    .imports()
    .filter((each) => each.name === name && each.member !== undefined)
    .flatMap((each) => inFiles(program, modulePaths(program, index.file, each.module), each.member ?? ''));
}

function qualified(
  program: Program,
  index: FileIndex,
  qualifier: string,
  name: string,
): readonly ScopedBinding[] {
  const members = (each: FileIndex) => each.bindings(name).filter(({ owner }) => owner === qualifier);
  if (qualifier === '') return [];
  const own = /^(?:this|self|cls)$/.test(qualifier)
    ? index.bindings(name).filter(({ owner }) => owner !== undefined)
    : members(index);
  if (own.length > 0) return own;
  const module = index.imports().filter((each) => each.name === qualifier);
  if (module.length === 0) return ownedAnywhere(program, index, qualifier, name);
  return module.flatMap((each) => {
    const files = modulePaths(program, index.file, each.module).filter(({ text }) => text.includes(name));
    if (each.member === undefined) return inFiles(program, files, name);
    const owned = files
      .flatMap((file) => program.index(file)?.bindings(name) ?? [])
      .filter(({ owner }) => owner === each.member);
    return owned.length > 0 ? owned : inFiles(program, submodule(program, index.file, each), name);
  });
}

/** `from app import constants` may name a module instead of a member. */
function submodule(program: Program, from: SourceFile, each: Import): readonly SourceFile[] {
  if (from.language !== 'python') return [];
  const path = each.module.endsWith('.') ? `${each.module}${each.member}` : `${each.module}.${each.member}`;
  return modulePaths(program, from, path);
}

/** `models.Status.ONLINE`: the member is found by the name of its class, wherever that lies. */
function ownedAnywhere(
  program: Program,
  index: FileIndex,
  owner: string,
  name: string,
): readonly ScopedBinding[] {
  return program.files
    .filter(
      ({ language, text }) => language === index.file.language && text.includes(owner) && text.includes(name),
    )
    .flatMap((file) => program.index(file)?.bindings(name) ?? [])
    .filter((each) => each.owner === owner);
}

function inFiles(program: Program, files: readonly SourceFile[], name: string): readonly ScopedBinding[] {
  return files
    .filter(({ text }) => text.includes(name))
    .flatMap((file) => {
      const index = program.index(file);
      return index ? atTop(index, name) : [];
    });
}

function atTop(index: FileIndex, name: string): readonly ScopedBinding[] {
  return index
    .bindings(name)
    .filter((each) => each.scope === undefined && each.owner === undefined && isWhole(each));
}
