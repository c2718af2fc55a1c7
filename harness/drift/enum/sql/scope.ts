import type { ColumnRef, RangeVar } from 'libpg-query';
import { type Catalogue, lookUp, type Relation, stringsOf } from '../catalogue/catalogue.ts';
import { OTHER } from '../catalogue/sql-type.ts';
import type { Typed } from './typed.ts';

/** A column that a query gives out, by name; the same shape serves tables, subqueries and CTEs. */
export interface OutputColumn {
  readonly name: string;
  readonly typed: Typed;
}

/** A relation in a FROM list under the name that columns use for it; `columns` is absent for a table we do not know. */
export interface ScopeEntry {
  readonly alias: string;
  readonly columns: readonly OutputColumn[] | undefined;
}

/** Where names are looked up: innermost entries first, then those of the enclosing query. */
export interface Scope {
  readonly entries: readonly ScopeEntry[];
  readonly ctes: ReadonlyMap<string, readonly OutputColumn[]>;
  readonly parent?: Scope;
}

export const EMPTY_SCOPE: Scope = { entries: [], ctes: new Map() };

/** A scope below `parent` with `entries` of its own; CTEs are visible from inside. */
export function below(parent: Scope, entries: readonly ScopeEntry[]): Scope {
  return { entries, ctes: parent.ctes, parent };
}

/** The columns of a catalogue relation, as a query sees them. */
export function columnsOf(relation: Relation): readonly OutputColumn[] {
  return [...relation.columns].map(([name, type]) => ({ name, typed: { type, leaves: [], at: 0 } }));
}

/** Finds what a range variable means: a CTE first, then a table or view. */
export function columnsNamed(
  catalogue: Catalogue,
  scope: Scope,
  range: RangeVar,
): readonly OutputColumn[] | undefined {
  const name = range.relname ?? '';
  if (!range.schemaname) {
    const cte = cteNamed(scope, name);
    if (cte) return cte;
  }
  const relation = lookUp(catalogue.relations, range.schemaname ? [range.schemaname, name] : [name]);
  return relation && columnsOf(relation);
}

function cteNamed(scope: Scope | undefined, name: string): readonly OutputColumn[] | undefined {
  for (let at = scope; at; at = at.parent) {
    const found = at.ctes.get(name);
    if (found) return found;
  }
  return undefined;
}

/** Resolves a column reference; what cannot be told comes back as `other` and makes no claims. */
export function resolveColumn(scope: Scope, reference: ColumnRef, at: number): Typed {
  const parts = stringsOf(reference.fields);
  const name = parts.at(-1) ?? '';
  const qualifier = parts.length > 1 ? parts.at(-2) : undefined;
  for (let level: Scope | undefined = scope; level; level = level.parent) {
    const found = inLevel(level, qualifier, name);
    if (found) return { ...found, at };
    if (qualifier !== undefined && level.entries.some((entry) => entry.alias === qualifier)) break;
  }
  return { type: OTHER, leaves: [], at };
}

function inLevel(level: Scope, qualifier: string | undefined, name: string): Typed | undefined {
  for (const { alias, columns } of level.entries) {
    if (qualifier !== undefined && qualifier !== alias) continue;
    const column = columns?.find((candidate) => candidate.name === name);
    if (column) return column.typed;
  }
  return undefined;
}

/** All columns behind `*` or `alias.*`, in order. */
export function starColumns(scope: Scope, qualifier: string | undefined): readonly OutputColumn[] {
  return scope.entries
    .filter((entry) => qualifier === undefined || entry.alias === qualifier)
    .flatMap((entry) => entry.columns ?? []);
}

/** Output columns under the names that an alias list gives them. */
export function renamed(output: readonly OutputColumn[], names: readonly string[]): readonly OutputColumn[] {
  return output.map((column, index) => ({ name: names[index] ?? column.name, typed: column.typed }));
}
