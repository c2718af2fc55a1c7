import type { RunOptions } from '../../config/run-options.ts';
import type { Discovery } from '../../run/discover.ts';
import { escapePattern } from '../../support/escape-pattern.ts';
import type { Rerun } from './rerun.ts';

/** Ids of what the command line selects and of all that it does not, as it was when the watch began. */
export interface Selection {
  readonly selected: readonly string[];
  readonly passedBy: readonly string[];
  /** It was taken from a report that the next run overwrites, so it stays what it was. */
  readonly isFixed: boolean;
}

/** The selection of a plan. */
export function selectionOf({ cases, excluded, unselected }: Discovery, options: RunOptions): Selection {
  return {
    selected: cases.map(({ id }) => id),
    passedBy: [...unselected, ...excluded.map(({ id }) => id)],
    isFixed: options.lastFailed,
  };
}

/** What a rerun has to hand to `assay run` besides the options of the first run. */
export type Narrowing =
  | { readonly kind: 'whole' }
  /** The source of a regular expression for ids. */
  | { readonly kind: 'within'; readonly pattern: string }
  /** None of its entries was selected. */
  | { readonly kind: 'outside' };

/** Narrows a rerun to what it is about and what was selected; an entry that nobody knew may be selected now. */
export function narrowingFor({ entries }: Rerun, { selected, passedBy, isFixed }: Selection): Narrowing {
  if (entries === 'all') return isFixed ? only(selected) : { kind: 'whole' };
  if (isFixed) return only(selected.filter((id) => entries.some((entry) => isOf(entry, id))));
  const outside = entries.filter((entry) => isOnlyIn(passedBy, selected, entry));
  const wanted = entries.filter((entry) => !outside.includes(entry));
  return wanted.length === 0 ? OUTSIDE : { kind: 'within', pattern: `^[^/]+/${oneOf(wanted)}@` };
}

const OUTSIDE: Narrowing = { kind: 'outside' };

function only(ids: readonly string[]): Narrowing {
  return ids.length === 0 ? OUTSIDE : { kind: 'within', pattern: `^${oneOf(ids)}$` };
}

function isOnlyIn(passedBy: readonly string[], selected: readonly string[], entry: string): boolean {
  return passedBy.some((id) => isOf(entry, id)) && !selected.some((id) => isOf(entry, id));
}

function isOf(entry: string, id: string): boolean {
  return id.includes(`/${entry}@`);
}

function oneOf(texts: readonly string[]): string {
  return `(?:${texts.map(escapePattern).join('|')})`;
}
