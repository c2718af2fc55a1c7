import type { Mark } from '../revision/mark.ts';
import type { TreeScope } from '../tree/tree.ts';
import type { Rule } from './rule.ts';

/** A file of rules, read and checked; every rule in it has been proven by its own fixtures. */
export interface RuleSet {
  readonly name: string;
  /** Where it was read from, for messages. */
  readonly path: string;
  /** The tree that it is meant for, absolute; absent when the caller must say. */
  readonly root?: string;
  readonly scope: TreeScope;
  readonly limits: { readonly unread: number };
  /** Files by which a tree of another revision than the one asked for is known. */
  readonly marks: readonly Mark[];
  readonly rules: readonly Rule[];
}
