import { groupBy } from '../../../support/group.ts';
import type { SourceFile } from '../../support/source-file.ts';
import { ANY_KEY, type Expr, type RecordEntry } from './expr.ts';
import { folderOf } from './modules.ts';
import { partsOf } from './nodes.ts';
import type { Program } from './program.ts';

/** A struct's `WorkspaceStatus` serves `:workspace_status`. */
export function sameName(key: string, name: string): boolean {
  return key === name || key.replace(/_/g, '').toLowerCase() === name.replace(/_/g, '').toLowerCase();
}

/**
 * The values that a record can have under `name`: the last entry that is certain and those after it. An entry whose key
 * only runtime knows may be the one, so its value is unknown.
 */
export function lookUp(entries: readonly RecordEntry[], name: string): readonly Expr[] {
  const found: Expr[] = [];
  for (const { key, value } of [...entries].reverse()) {
    if (key === ANY_KEY) found.push({ ...placeOf(value), kind: 'opaque' });
    else if (sameName(key, name)) {
      found.push(value);
      if (value.kind !== 'maybe') break;
    }
  }
  return found.every(({ kind }) => kind === 'opaque') && !entries.some(({ key }) => sameName(key, name))
    ? found.slice(0, 1)
    : found;
}

function placeOf({ file, start, end }: Expr) {
  return { file, start, end };
}

/** The place of a field in the Go structs of a folder, for values written without the names of their fields. */
export function structPlace(
  program: Program,
  file: SourceFile,
  name: string,
): { readonly name: string; readonly place: number } | undefined {
  if (file.language !== 'go') return undefined;
  const places = program.once(`field ${folderOf(file.path)} ${name}`, () => {
    const declares = new RegExp(`^\\s*(?:\\w+\\s*,\\s*)*${name}(?:\\s*,\\s*\\w+)*\\s+[\\w*[(<]`, 'm');
    const holders = program
      .folder(file.path)
      .filter(({ text }) => text.includes(name) && declares.test(text));
    return new Set(holders.flatMap((each) => fieldsOf(program, each).get(name) ?? []));
  });
  const [place, ...others] = places;
  return place !== undefined && others.length === 0 ? { name, place } : undefined;
}

/** The places that fields have in the structs of a file, by their names. */
function fieldsOf(program: Program, file: SourceFile): ReadonlyMap<string, readonly number[]> {
  return program.once(`fields ${file.path}`, () => {
    const lists = program.index(file)?.nodes(['field_declaration_list']) ?? [];
    const fields = lists.flatMap((list) =>
      partsOf(list)
        .flatMap((field) => field.fieldChildren('name').filter((node) => node.isNamed()))
        .map((node, place) => ({ name: node.text(), place })),
    );
    const byName = groupBy(fields, ({ name }) => name);
    return new Map([...byName].map(([name, all]) => [name, all.map(({ place }) => place)]));
  });
}
