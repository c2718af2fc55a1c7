import type { Node } from 'libpg-query';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { type EnumType, type EnumValue, enumEntry } from '../catalogue/sql-type.ts';
import type { OffsetAt } from './parse.ts';
import type { OutputColumn, Scope } from './scope.ts';
import type { Typed } from './typed.ts';

/** How a value meets an enum: put into a column, held against one, or cast to the type. */
export type Role = 'written' | 'compared' | 'cast';

/** A literal that meets an enum; `entry` is the declared value at that moment, absent when there is none. */
export interface Use {
  readonly enum: EnumType;
  readonly value: string;
  readonly entry: EnumValue | undefined;
  readonly role: Role;
  /** PostgreSQL compares it as a text, so that it never matches instead of being refused. */
  readonly isText?: true;
  /** Added in this very transaction, which cannot use it yet. */
  readonly isFresh?: true;
  readonly start: number;
  readonly end: number;
}

/** A parameter that meets an enum; its values are in the code that binds it. */
export interface ParameterUse {
  readonly enum: EnumType;
  readonly number: number;
  readonly role: Role;
  readonly isText?: true;
  readonly array: boolean;
  /** A value that does not get as far as the enum. */
  readonly except?: string;
  readonly start: number;
}

/** A place where the types do not meet, which PostgreSQL refuses whatever the values are. */
export interface TypingFault {
  readonly enum: EnumType;
  readonly message: string;
  readonly start: number;
}

/** What one or more statements say about enums; filled while they are read. */
export interface Facts {
  readonly catalogue: Catalogue;
  readonly text: string;
  readonly offsetAt: OffsetAt;
  readonly uses: Use[];
  readonly parameters: ParameterUse[];
  readonly faults: TypingFault[];
  /** Enums whose columns, values or names occur at all. */
  readonly touched: Set<EnumType>;
  readonly readers: Readers;
}

/** The three readers that call each other, as a grammar does; `read.ts` ties them together. */
export interface Readers {
  expression(facts: Facts, scope: Scope, node: Node | undefined): Typed;
  query(facts: Facts, scope: Scope, node: Node | undefined): readonly OutputColumn[];
  statement(facts: Facts, scope: Scope, node: Node): readonly OutputColumn[];
}

/** Reads every expression of a list for its effects and answers their types. */
export function readAll(facts: Facts, scope: Scope, nodes: readonly (Node | undefined)[]): readonly Typed[] {
  return nodes.flatMap((node) => (node ? [facts.readers.expression(facts, scope, node)] : []));
}

/** Records every leaf of `typed` as a use of `target`. */
export function recordLeaves(
  facts: Facts,
  typed: Typed,
  target: EnumType,
  role: Role,
  array: boolean,
  isText = false,
): void {
  facts.touched.add(target);
  const how = { enum: target, role, ...(isText && { isText }) };
  for (const leaf of typed.leaves) {
    if (leaf.kind === 'parameter')
      facts.parameters.push({
        ...{ ...how, number: leaf.number, array, start: leaf.at },
        ...(leaf.except !== undefined && { except: leaf.except }),
      });
    else {
      const place = { start: leaf.at, end: literalEnd(facts.text, leaf.at) };
      const values = array && typed.type.kind === 'unknown' ? arrayElements(leaf.value) : [leaf.value];
      facts.uses.push(
        ...values.map((value): Use => {
          const entry = enumEntry(target, value);
          const isFresh = entry && facts.catalogue.fresh.has(entry);
          return { ...how, value, entry, ...(isFresh && { isFresh }), ...place };
        }),
      );
    }
  }
}

/** Offset after a quoted SQL literal that starts at `at`. */
function literalEnd(text: string, at: number): number {
  const literal = /^(?:[eEnN]|[uU]&)?'(?:[^'\\]|''|\\[\s\S])*'|^\$(\w*)\$[\s\S]*?\$\1\$/.exec(text.slice(at));
  return at + (literal?.[0].length ?? 1);
}

/** Elements of an array literal such as `{a,"b c"}`; NULL is no value. */
export function arrayElements(text: string): readonly string[] {
  const inner = /^\s*\{([\s\S]*)\}\s*$/.exec(text)?.[1];
  if (inner === undefined) return [text];
  return [...inner.matchAll(/"((?:[^"\\]|\\.)*)"|([^,\s{}"]+)/g)]
    .filter((match) => match[2]?.toUpperCase() !== 'NULL')
    .map((match) => (match[1] === undefined ? (match[2] ?? '') : match[1].replace(/\\(.)/g, '$1')));
}
