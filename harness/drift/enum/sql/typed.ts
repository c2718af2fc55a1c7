import type { EnumType, SqlType } from '../catalogue/sql-type.ts';

/** A value at the bottom of an expression that an enum context would reach. */
export type Leaf =
  | { readonly kind: 'literal'; readonly value: string; readonly at: number }
  | {
      readonly kind: 'parameter';
      readonly number: number;
      readonly at: number;
      /** A value that NULLIF takes away before it meets anything. */
      readonly except?: string;
    };

/** An expression: its type, the leaves that a coercion would reach, and where it starts. */
export interface Typed {
  readonly type: SqlType;
  readonly leaves: readonly Leaf[];
  /** Set when this is the text form of an enum, so that comparing it still says something about values. */
  readonly origin?: EnumType;
  readonly at: number;
}
