import { type EnumType, OTHER, type SqlType, TEXT, UNKNOWN } from '../catalogue/sql-type.ts';
import { type Facts, type Role, recordLeaves } from './facts.ts';
import type { Typed } from './typed.ts';

/** An expression about which nothing is claimed. */
export function other(at: number): Typed {
  return { type: OTHER, leaves: [], at };
}

/** The type of a boolean, a number: known to be neither text nor enum. */
export const nothing: Typed = { type: OTHER, leaves: [], at: 0 };

/** Puts `typed` into a column or array of type `target`, as INSERT and UPDATE do: implicit coercion only. */
export function assign(facts: Facts, typed: Typed, target: SqlType): void {
  if (target.kind !== 'enum') return;
  meet(
    facts,
    typed,
    target,
    'written',
    (source) => `column is of type ${nameOf(target)} but expression is of type ${source}`,
  );
}

/** Holds two expressions against each other with an operator that compares equals. */
export function compare(facts: Facts, left: Typed, right: Typed, operator: string): void {
  if (left.type.kind === 'enum') compareEnum(facts, left.type, left, right, operator);
  else if (right.type.kind === 'enum') compareEnum(facts, right.type, right, left, operator);
  else if (left.origin) recordLeaves(facts, right, left.origin, 'compared', false, true);
  else if (right.origin) recordLeaves(facts, left, right.origin, 'compared', false, true);
}

function compareEnum(facts: Facts, type: EnumTyped, own: Typed, against: Typed, operator: string): void {
  recordLeaves(facts, { ...own, type: UNKNOWN }, type.of, 'compared', type.array, isListed(type));
  meet(
    facts,
    against,
    type,
    'compared',
    (source) => `operator does not exist: ${nameOf(type)} ${operator} ${source}`,
  );
}

type EnumTyped = Extract<SqlType, { kind: 'enum' }>;

function meet(
  facts: Facts,
  typed: Typed,
  target: EnumTyped,
  role: Role,
  words: (source: string) => string,
): void {
  facts.touched.add(target.of);
  recordLeaves(facts, typed, target.of, role, target.array, role === 'compared' && isListed(target));
  if (target.soft || isConverted(facts, target.of, role)) return;
  const clash =
    typed.type.kind === 'text' ||
    (typed.type.kind === 'enum' && (typed.type.of !== target.of || typed.type.array !== target.array));
  if (clash) facts.faults.push({ enum: target.of, message: words(nameOf(typed.type)), start: typed.at });
}

/** True for a column of texts whose check or domain lists them: what is compared with it is a text. */
function isListed({ of, soft }: EnumTyped): boolean {
  return soft === true && of.isList === true;
}

/** True when the schema has a cast of its own from text: by itself it serves what is written, else comparisons too. */
function isConverted({ catalogue }: Facts, of: EnumType, role: Role): boolean {
  const context = catalogue.casts.get(of);
  return context === 'implicit' || (context === 'assignment' && role === 'written');
}

/** Converts explicitly, as `::type` does: text may become an enum this way, and an enum text. */
export function cast(facts: Facts, typed: Typed, target: SqlType, at: number): Typed {
  if (target.kind === 'enum') {
    recordLeaves(facts, typed, target.of, 'cast', target.array);
    return { type: target, leaves: [], at };
  }
  const origin = originOf(typed);
  if (target.kind !== 'text') return other(at);
  return { type: target, leaves: typed.leaves, at, ...(origin && { origin }) };
}

/**
 * The common type of CASE branches, COALESCE arguments, array elements and UNION columns, by PostgreSQL's rule:
 * one enum pulls the untyped literals along; literals and parameters alone become text.
 */
export function unify(facts: Facts, branches: readonly Typed[], at: number): Typed {
  const lead = branches.find(({ type }) => type.kind === 'enum' && !isListed(type));
  if (lead?.type.kind === 'enum') return unifyWithEnum(facts, branches, lead.type, at);
  const leaves = branches.flatMap((branch) => branch.leaves);
  // A literal among the branches is an answer of its own, such as 'unknown' for a missing row.
  const origins = leaves.length === 0 ? branches.flatMap((branch) => originOf(branch) ?? []) : [];
  const origin = origins[0];
  const known = branches.find((branch) => branch.type.kind === 'text' && branch.type.array);
  if (known) return { type: known.type, leaves, at };
  const someOther = branches.some((branch) => branch.type.kind === 'other');
  return { type: someOther ? OTHER : TEXT, leaves, at, ...(origin && { origin }) };
}

function originOf({ type, origin }: Typed): EnumType | undefined {
  return type.kind === 'enum' ? type.of : origin;
}

function unifyWithEnum(facts: Facts, branches: readonly Typed[], lead: EnumTyped, at: number): Typed {
  for (const branch of branches) {
    meet(
      facts,
      branch,
      lead,
      'compared',
      (source) => `types ${source} and ${nameOf(lead)} cannot be matched`,
    );
  }
  return { type: lead, leaves: [], at };
}

/** What a literal becomes once a subquery has closed around it: text. */
export function settled(typed: Typed): Typed {
  return typed.type.kind === 'unknown' ? { ...typed, type: TEXT } : typed;
}

/** A type as PostgreSQL's messages name it. */
export function nameOf(type: SqlType): string {
  const array = 'array' in type && type.array ? '[]' : '';
  return `${type.kind === 'enum' && !type.soft ? type.of.name : type.kind === 'enum' ? 'text' : type.kind}${array}`;
}

/** The element of an array expression, for ANY and unnest. */
export function elementOf(typed: Typed): Typed {
  return 'array' in typed.type ? { ...typed, type: { ...typed.type, array: false } } : typed;
}

/** The array over an expression. */
export function arrayOf(typed: Typed, at: number): Typed {
  return 'array' in typed.type ? { ...typed, type: { ...typed.type, array: true }, at } : { ...typed, at };
}
