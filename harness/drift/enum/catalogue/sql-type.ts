import type { Place } from '../../support/finding.ts';

/** One value of an enum. `value` changes on RENAME VALUE, and everything that points here follows, as in PostgreSQL. */
export interface EnumValue {
  value: string;
  readonly declaredAt: Place;
}

/** An enum type as the migrations leave it; the values stand in the order of their declaration. */
export interface EnumType {
  name: string;
  values: EnumValue[];
  readonly declaredAt: Place;
  /** True for the values of a CHECK constraint or a domain, whose type is text. */
  readonly isList?: true;
}

/**
 * As much of a type as enum checks need. `unknown` is a literal or parameter whose context decides, `text` is text
 * for certain, `other` is anything else including what we cannot tell. `soft` marks a text column that the
 * configuration declares to carry an enum: PostgreSQL does not type it, so only membership is judged.
 */
export type SqlType =
  | { readonly kind: 'enum'; readonly of: EnumType; readonly array: boolean; readonly soft?: boolean }
  | { readonly kind: 'text'; readonly array: boolean }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'other' };

export const UNKNOWN: SqlType = { kind: 'unknown' };
export const OTHER: SqlType = { kind: 'other' };
export const TEXT: SqlType = { kind: 'text', array: false };

/** The declared entry of a value, if the enum has it now. */
export function enumEntry(type: EnumType, value: string): EnumValue | undefined {
  return type.values.find((entry) => entry.value === value);
}
