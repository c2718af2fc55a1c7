import type { SourceFile } from '../../support/source-file.ts';
import type { Expr } from './expr.ts';
import { enclosing, type FileIndex, type ScopedBinding } from './file-index.ts';
import type { FunctionSpan } from './language.ts';
import { folderOf, modulePaths } from './modules.ts';
import { type Program, resolveName } from './program.ts';

type Call = Extract<Expr, { kind: 'call' }>;
type Called = FunctionSpan & { readonly file: SourceFile };

/** Whether a call by a function's name is one of that function, as far as the code tells. */
export type Receives = 'this' | 'another' | 'unclear';

/** Collections and the like, whose methods no class of a tree has given them. */
const FOREIGN_TYPE = /^(?:Map|Set|WeakMap|WeakSet|Headers|FormData|URLSearchParams|Array|dict|list|set)$/;

/** Tells by import and by the type of the receiver whether `call` means `called`; a bare name proves nothing. */
export function receives(program: Program, index: FileIndex, call: Call, called: Called): Receives {
  const path = call.callee.split('.').slice(0, -1);
  const [first] = path;
  if (first === undefined) return byName(index, called);
  const isOwn = path.length === 1 && /^(?:this|self|cls|super\(\))$/.test(first);
  if (isOwn) return byClass(program, index, call, called);
  const imported = path.length === 1 ? index.imports().find(({ name }) => name === first) : undefined;
  if (imported && imported.member === undefined)
    return called.owner === undefined ? byModule(program, index, imported.module, called) : 'another';
  const isPackage =
    index.language.folderIsModule &&
    path.length === 1 &&
    resolveName(program, { file: index.file, start: call.start, name: first }).length === 0;
  if (isPackage) return called.owner === undefined ? 'this' : 'unclear';
  const types = path.length === 1 ? typesOf(program, index, call, first) : fieldTypes(program, index, path);
  return byType(program, index, types, called);
}

/** A bare call: the file's own function of that name comes first; a Go package has its own. */
function byName(index: FileIndex, called: Called): Receives {
  if (index.file === called.file) return called.owner === undefined ? 'this' : 'another';
  if (called.owner !== undefined) return 'another';
  if (index.language.folderIsModule)
    return folderOf(index.file.path) === folderOf(called.file.path) ? 'this' : 'another';
  return index.functions().some(({ name, owner }) => name === called.name && owner === undefined)
    ? 'another'
    : 'this';
}

function byModule(program: Program, index: FileIndex, module: string, called: Called): Receives {
  const files = modulePaths(program, index.file, module);
  if (files.length > 0) return files.includes(called.file) ? 'this' : 'another';
  const isStandard = index.language.folderIsModule && !/^[^/]*\./.test(module);
  return isStandard ? 'another' : 'unclear';
}

function byClass(program: Program, index: FileIndex, call: Call, called: Called): Receives {
  const own = enclosing(index.functions(), call.start).find(({ owner }) => owner !== undefined)?.owner;
  if (own === undefined || own === called.owner) return 'this';
  return declares(program, own, called) ? 'another' : 'unclear';
}

function byType(program: Program, index: FileIndex, types: readonly string[], called: Called): Receives {
  if (called.owner === undefined) return index.language.folderIsModule ? 'another' : 'unclear';
  if (types.length === 0) return 'unclear';
  const owners = types.map((type) => type.replace(/^.*\./, ''));
  if (owners.includes(called.owner)) return 'this';
  const isForeign = (owner: string) => FOREIGN_TYPE.test(owner) || declares(program, owner, called);
  return owners.every(isForeign) ? 'another' : 'unclear';
}

/** True when a type of the tree has a method of the same name. */
function declares(program: Program, owner: string, { name, file }: Called): boolean {
  return program.files
    .filter(({ language, text }) => language === file.language && text.includes(owner) && text.includes(name))
    .some((each) =>
      program
        .index(each)
        ?.functions()
        .some((other) => other.owner === owner && other.name === name),
    );
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
  const head = new RegExp(`\\bfunc ${name}\\([^{]*?\\)\\s*\\(?\\s*\\*?((?:\\w+\\.)?\\w+)`);
  const found = program.files
    .filter((file) => file.language === language && file.text.includes(name))
    .flatMap(({ text }) => head.exec(text)?.[1] ?? []);
  return found.length === 1 ? found[0] : undefined;
}

/** The type of a field, where every type of the folder that has such a field gives it the same one. */
function fieldTypes(program: Program, index: FileIndex, path: readonly string[]): readonly string[] {
  const field = path.at(-1) ?? '';
  if (!/^\w+$/.test(field)) return [];
  const declared = new RegExp(
    index.language.folderIsModule
      ? `^\\s+(?:\\w+,\\s*)*${field}\\s+\\*?((?:\\w+\\.)?\\w+)\\s*(?:\`[^\`]*\`)?$`
      : `^\\s+(?:(?:private|public|protected|readonly)\\s+)*${field}\\??:\\s*(\\w+)\\s*[;,]?$`,
    'gm',
  );
  const files = index.language.folderIsModule ? program.folder(index.file.path) : [index.file];
  return [
    ...new Set(files.flatMap(({ text }) => [...text.matchAll(declared)].map(([, type]) => type ?? ''))),
  ];
}

function bareType(type: string): string {
  return type
    .replace(/^[:*&\s]+/, '')
    .replace(/[<[].*$/s, '')
    .replace(/["']/g, '')
    .trim();
}
