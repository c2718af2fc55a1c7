import type { SourceFile } from '../../support/source-file.ts';
import { nodesOfKind } from '../../support/syntax.ts';
import { ANY_KEY, type Expr, type RecordEntry } from './expr.ts';
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
  const files = program.folder(file.path).filter(({ text }) => text.includes(name));
  const places = files.flatMap((each) => {
    const root = program.index(each)?.root;
    const lists = root ? nodesOfKind(root, ['field_declaration_list'], `\\b${name}\\b`) : [];
    return lists.flatMap((list) => {
      const names = partsOf(list).flatMap((field) =>
        field
          .fieldChildren('name')
          .filter((node) => node.isNamed())
          .map((node) => node.text()),
      );
      const place = names.indexOf(name);
      return place === -1 ? [] : [place];
    });
  });
  const [place, ...others] = new Set(places);
  return place !== undefined && others.length === 0 ? { name, place } : undefined;
}
