import { groupBy } from '../../../support/group.ts';
import type { SourceFile } from '../../support/source-file.ts';
import type { ScopedBinding } from './binders.ts';
import type { Expr } from './expr.ts';
import type { FileIndex } from './file-index.ts';
import type { FunctionSpan, Import } from './language.ts';
import { folderOf, modulePaths } from './modules.ts';
import { resolveName } from './names.ts';
import type { Program } from './program.ts';

type Call = Extract<Expr, { kind: 'call' }>;
type Kind = 'owned' | 'plain';

/**
 * The functions of its name that a call means, as far as the code tells: by keys that `keysOf` gives to a function. Where
 * nobody knows which function it is, every method (`owned`) or every other function (`plain`) may be meant.
 */
export interface Target {
  readonly certain: readonly string[];
  readonly unclear: readonly Kind[];
}

/** The keys under which calls find a function: its file, its package, its type there and anywhere. */
export function keysOf({ owner, file }: FunctionSpan & { readonly file: SourceFile }): readonly string[] {
  const places = [file.path, `${folderOf(file.path)}/`];
  return owner === undefined
    ? [...places, 'plain']
    : [...places.map((place) => `${owner} in ${place}`), `${owner} anywhere`, 'owned'];
}

/** Collections and the like, whose methods no class of a tree has given them. */
const FOREIGN_TYPE = /^(?:Map|Set|WeakMap|WeakSet|Headers|FormData|URLSearchParams|Array|dict|list|set)$/;

/** Tells by import and by the type of the receiver what a call means; a bare name proves nothing. */
export function targetOf(program: Program, index: FileIndex, call: Call): Target {
  const path = call.callee.split('.');
  const name = path.pop() ?? '';
  const [first] = path;
  if (first === undefined) return byName(program, index, name);
  const isOwn = path.length === 1 && /^(?:this|self|cls|super\(\))$/.test(first);
  if (isOwn) return byClass(program, index, call, name);
  const imported = path.length === 1 ? index.imports().find((each) => each.name === first) : undefined;
  if (imported && imported.member === undefined) return byModule(program, index, imported.module);
  const isPackage =
    index.language.folderIsModule &&
    path.length === 1 &&
    resolveName(program, { file: index.file, start: call.start, name: first }).length === 0;
  if (isPackage) return { certain: ['plain'], unclear: ['owned'] };
  const types = path.length === 1 ? typesOf(program, index, call, first) : fieldTypes(program, index, path);
  return byType(program, index, types, name);
}

/** A bare call: the file's own function of that name comes first, then an imported one; a Go package has its own. */
function byName(program: Program, index: FileIndex, name: string): Target {
  const { path } = index.file;
  if (index.language.folderIsModule) return { certain: [`${folderOf(path)}/`], unclear: [] };
  const isOwn = index.functions().all.some((each) => each.name === name && each.owner === undefined);
  if (isOwn) return { certain: [path], unclear: [] };
  const imported = index.imports().filter((each) => each.name === name && each.member !== undefined);
  const files = imported.flatMap(({ module }) => modulePaths(program, index.file, module));
  const declaring = files.filter((file) => declaringFiles(program, file, name, undefined).includes(file));
  return { certain: declaring.length > 0 ? declaring.map((file) => file.path) : ['plain'], unclear: [] };
}

function byModule(program: Program, index: FileIndex, module: string): Target {
  const files = modulePaths(program, index.file, module);
  const isGo = index.language.folderIsModule;
  if (files.length > 0)
    return { certain: files.map(({ path }) => (isGo ? `${folderOf(path)}/` : path)), unclear: [] };
  return { certain: [], unclear: isGo && !/^[^/]*\./.test(module) ? [] : ['plain'] };
}

function byClass(program: Program, index: FileIndex, call: Call, name: string): Target {
  const around = index.functions().around(call.start);
  const own = around.find(({ owner }) => owner !== undefined)?.owner;
  if (own === undefined) return { certain: ['owned', 'plain'], unclear: [] };
  const certain = ownersHere(program, index, own, name);
  return declaringFiles(program, index.file, name, own).length > 0
    ? { certain, unclear: [] }
    : { certain, unclear: ['owned', 'plain'] };
}

function byType(program: Program, index: FileIndex, types: readonly string[], name: string): Target {
  const plain: readonly Kind[] = index.language.folderIsModule ? [] : ['plain'];
  if (types.length === 0) return { certain: [], unclear: ['owned', ...plain] };
  const isKnown = (type: string) =>
    FOREIGN_TYPE.test(bare(type)) || declaringFiles(program, index.file, name, bare(type)).length > 0;
  return {
    certain: types.flatMap((type) => ownersHere(program, index, type, name)),
    unclear: types.every(isKnown) ? plain : ['owned', ...plain],
  };
}

/** The keys of a type's method as a file sees it: the package's or file's own, an imported one, else any. */
function ownersHere(program: Program, index: FileIndex, type: string, name: string): readonly string[] {
  const owner = bare(type);
  const declaring = declaringFiles(program, index.file, name, owner);
  const isGo = index.language.folderIsModule;
  const visible = visibleFiles(program, index, type, owner);
  const found = declaring.filter((file) => visible.includes(file));
  if (found.length === 0) return [`${owner} anywhere`];
  return found.map(({ path }) => `${owner} in ${isGo ? `${folderOf(path)}/` : path}`);
}

function visibleFiles(
  program: Program,
  index: FileIndex,
  type: string,
  owner: string,
): readonly SourceFile[] {
  const { file, language } = index;
  const qualifier = type.includes('.') ? type.replace(/\..*$/, '') : undefined;
  const isImported = ({ name, member }: Import) =>
    qualifier === undefined ? name === owner && member !== undefined : name === qualifier;
  const imported = index.imports().filter(isImported);
  if (imported.length > 0) return imported.flatMap(({ module }) => modulePaths(program, file, module));
  if (qualifier !== undefined) return [];
  return language.folderIsModule ? program.folder(file.path) : [file];
}

/** The files that give a type a method of some name, or that have a function of it without a type. */
function declaringFiles(
  program: Program,
  { language }: SourceFile,
  name: string,
  owner: string | undefined,
): readonly SourceFile[] {
  const byOwner = program.once(`declaring ${language} ${name}`, () => {
    const declares = new RegExp(
      language === 'go'
        ? `\\bfunc\\s*(?:\\([^)]*\\)\\s*)?${name}\\b`
        : language === 'python'
          ? `\\bdef\\s+${name}\\b`
          : `\\b${name}\\b\\s*[?!]?\\s*[(:=<]`,
    );
    const holders = program.holding(name, language).filter(({ text }) => declares.test(text));
    const functions = holders.flatMap((file) =>
      (program.facts(file)?.functions.all ?? [])
        .filter((each) => each.name === name)
        .map((each) => ({ file, owner: each.owner })),
    );
    return groupBy(functions, (each) => each.owner);
  });
  return byOwner.get(owner)?.map(({ file }) => file) ?? [];
}

function bare(type: string): string {
  return type.replace(/^.*\./, '');
}

/** The types that a variable can have by its declarations, without pointers and arguments. */
function typesOf(program: Program, index: FileIndex, call: Call, name: string): readonly string[] {
  const bindings = resolveName(program, { file: index.file, start: call.start, name });
  const types = bindings.map((binding) => typeOf(program, binding));
  return types.every((type) => type !== undefined) ? types.flatMap((type) => type ?? []) : [];
}

function typeOf(program: Program, { type, file, valueSpan, scope, at }: ScopedBinding): string | undefined {
  if (type !== undefined) return bareType(type);
  if (!valueSpan) return undefined;
  const text = file.text.slice(valueSpan.start, valueSpan.end);
  const literal = /^&?((?:\w+\.)?\w+)\{/.exec(text) ?? /^new[( ]((?:\w+\.)?\w+)/.exec(text);
  if (literal?.[1] !== undefined) return literal[1];
  const made = /^(?:await\s+)?(?:\w+\.)*(\w+)\(/.exec(text)?.[1];
  if (made === undefined || scope?.start === at) return undefined;
  return file.language === 'python' ? made : resultType(program, file, made);
}

/** The first result in a Go function's head: `func NewStore(…) (*Store, error)`. */
function resultType(program: Program, { language }: SourceFile, name: string): string | undefined {
  return program.once(`result ${language} ${name}`, () => {
    const head = new RegExp(`\\bfunc ${name}\\([^{]*?\\)\\s*\\(?\\s*\\*?((?:\\w+\\.)?\\w+)`);
    const holders = program.holding(name, language).filter(({ text }) => text.includes(`func ${name}(`));
    const found = holders.flatMap(({ text }) => head.exec(text)?.[1] ?? []);
    return found.length === 1 ? found[0] : undefined;
  });
}

/** The type of a field, where every type of the folder that has such a field gives it the same one. */
function fieldTypes(program: Program, index: FileIndex, path: readonly string[]): readonly string[] {
  const field = path.at(-1) ?? '';
  if (!/^\w+$/.test(field)) return [];
  const { file, language } = index;
  const place = language.folderIsModule ? folderOf(file.path) : file.path;
  return program.once(`field types ${place} ${field}`, () => {
    const declared = new RegExp(
      language.folderIsModule
        ? `^[\\t ]+(?:\\w+,\\s*)*${field}\\s+\\*?((?:\\w+\\.)?\\w+)\\s*(?:\`[^\`]*\`)?$`
        : `^[\\t ]+(?:(?:private|public|protected|readonly)\\s+)*${field}\\??:\\s*(\\w+)\\s*[;,]?$`,
      'gm',
    );
    const files = language.folderIsModule ? program.folder(file.path) : [file];
    const holders = files.filter(({ text }) => text.includes(field));
    return [
      ...new Set(holders.flatMap(({ text }) => [...text.matchAll(declared)].map(([, type]) => type ?? ''))),
    ];
  });
}

function bareType(type: string): string {
  return type
    .replace(/^[:*&\s]+/, '')
    .replace(/[<[].*$/s, '')
    .replace(/["']/g, '')
    .trim();
}
