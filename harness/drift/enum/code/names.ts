import type { Language, SourceFile } from '../../support/source-file.ts';
import { isAtTop, isWhole, type ScopedBinding } from './binders.ts';
import type { FileIndex } from './file-index.ts';
import type { Import } from './language.ts';
import { folderOf, modulePaths } from './modules.ts';
import type { Program } from './program.ts';

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
  for (const scope of index.functions().around(use.start)) {
    const local = index.bindingsOf(use.name, scope).filter((each) => isWhole(each) && each.at < use.start);
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

/**
 * What makes the list or record behind a name longer or replaces a part of it: writes from inner functions count, those
 * to another variable of the same name do not. Where the name is a package's, the files that share it are asked.
 */
export function partialWrites(program: Program, use: NameUse, until = use.start): readonly ScopedBinding[] {
  const index = program.index(use.file);
  if (!index || use.qualifier !== undefined) return [];
  const home = index.homes.of(use.name, use.start);
  const own = index.homes.partial(use.name, home).filter((each) => !holds(each, use));
  if (home !== undefined) return own.filter(({ at }) => at < until);
  if (!index.language.folderIsModule) return own;
  return [...own, ...partialInPackage(program, index, use.name).filter(({ file }) => file !== index.file)];
}

/** What the files of a package add to a variable that it declares; a name of none of them cannot be one. */
function partialInPackage(program: Program, { file }: FileIndex, name: string): readonly ScopedBinding[] {
  return program.once(`partial ${folderOf(file.path)} ${name}`, () =>
    inPackage(program, file, name).length === 0
      ? []
      : folderHolding(program, file, name).flatMap((each) => {
          const index = program.index(each);
          return index ? index.homes.partial(name, undefined).map(settled) : [];
        }),
  );
}

/** The files of the folder that hold a word, found by whichever list is shorter. */
function folderHolding(program: Program, file: SourceFile, word: string): readonly SourceFile[] {
  const holders = program.holding(word, file.language);
  const folder = program.folder(file.path);
  if (holders.length > folder.length) return folder.filter(({ text }) => text.includes(word));
  return holders.filter(({ path }) => folderOf(path) === folderOf(file.path));
}

/** A binding that lets go of its syntax tree. */
function settled(binding: ScopedBinding): ScopedBinding {
  const place = binding.place();
  return { ...binding, place: () => place };
}

function topLevel(program: Program, index: FileIndex, name: string): readonly ScopedBinding[] {
  const own = atTop(index, name);
  if (own.length > 0) return own;
  if (index.language.folderIsModule) {
    const shared = inPackage(program, index.file, name);
    if (shared.length > 0) return shared;
  }
  return index
    .imports()
    .filter((each) => each.name === name && each.member !== undefined)
    .flatMap((each) => inFiles(program, modulePaths(program, index.file, each.module), each.member ?? ''));
}

function inPackage(program: Program, file: SourceFile, name: string): readonly ScopedBinding[] {
  return program.once(`package ${folderOf(file.path)} ${name}`, () =>
    inFiles(program, folderHolding(program, file, name), name),
  );
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
  { file: { language } }: FileIndex,
  owner: string,
  name: string,
): readonly ScopedBinding[] {
  if (language === 'go' || !/^[A-Z]\w*$/.test(owner)) return [];
  return program.once(`owned ${language} ${owner} ${name}`, () =>
    ownersOf(program, language, owner)
      .filter(({ text }) => text.includes(name))
      .flatMap((file) => program.index(file)?.bindings(name) ?? [])
      .filter((each) => each.owner === owner)
      .map(settled),
  );
}

function ownersOf(program: Program, language: Language, owner: string): readonly SourceFile[] {
  const declares = new RegExp(`\\b(?:class|enum|const|let|var)\\s+${owner}\\b`);
  return program.once(`owner ${language} ${owner}`, () =>
    program.holding(owner, language).filter(({ text }) => declares.test(text)),
  );
}

/** What files bind a name to at their top; only those that do are parsed again. */
function inFiles(program: Program, files: readonly SourceFile[], name: string): readonly ScopedBinding[] {
  return files.flatMap((file) =>
    program.once(`top ${file.path} ${name}`, () => {
      if (!file.text.includes(name) || !program.facts(file)?.topNames.has(name)) return [];
      const index = program.index(file);
      return index ? atTop(index, name).map(settled) : [];
    }),
  );
}

function atTop(index: FileIndex, name: string): readonly ScopedBinding[] {
  return index.bindings(name).filter(isAtTop);
}
