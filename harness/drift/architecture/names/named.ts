import type { Draft } from '../checks/check.ts';

/** A name and the place that gives it. */
export interface Named extends Pick<Draft, 'file' | 'line' | 'column' | 'endColumn' | 'statement'> {
  readonly name: string;
}

/** A set of names, and the place where one would be added: the list itself, else the first name or file. */
export interface NameSet {
  readonly names: readonly Named[];
  readonly anchor?: Named;
}
