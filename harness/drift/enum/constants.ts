import type { Language, SourceFile } from '../support/source-file.ts';
import type { ScopedBinding } from './code/binders.ts';
import type { Program } from './code/program.ts';
import { type Value, valuesOf } from './code/values.ts';

/** A list of constants as found in code: its values, and where it is declared. */
export interface FoundConstants {
  readonly name: string;
  readonly file: SourceFile;
  readonly start: number;
  readonly values: readonly Value[];
}

/**
 * Finds a constant list by name in every file and language that has one: constants of that type, members of that
 * enum or class, or else a list, union or object of that name. Lists of one language are one list.
 */
export function findConstants(program: Program, name: string): readonly FoundConstants[] {
  const holders = program.files.filter(({ text }) => text.includes(name));
  const found = new Map<Language, FoundConstants>();
  for (const file of holders) {
    for (const binding of declarations(program, file, name)) {
      const values = valuesBehind(program, binding);
      if (values.length === 0) continue;
      const before = found.get(file.language);
      found.set(file.language, {
        name,
        file: before?.file ?? file,
        start: before?.start ?? binding.at,
        values: [...(before?.values ?? []), ...values],
      });
    }
  }
  return [...found.values()];
}

function declarations(program: Program, file: SourceFile, name: string): readonly ScopedBinding[] {
  const all = program.index(file)?.topBindings() ?? [];
  const members = all.filter((each) => each.owner === name || isOfType(each, name));
  return members.length > 0 ? members : all.filter((each) => each.name === name && isGroup(each));
}

function valuesBehind(program: Program, { value }: ScopedBinding): readonly Value[] {
  if (!value) return [];
  const exprs = value.kind === 'record' ? value.entries.map((entry) => entry.value) : [value];
  return exprs.flatMap((expr) => valuesOf(program, expr).values);
}

function isOfType({ type, value }: ScopedBinding, name: string): boolean {
  if (type?.replace(/^.*\./, '') === name) return true;
  return value?.kind === 'call' && value.callee.replace(/^.*\./, '') === name;
}

function isGroup({ value }: ScopedBinding): boolean {
  return value?.kind === 'list' || value?.kind === 'record';
}
