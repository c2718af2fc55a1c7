import { casesInWords } from '../support/plural.ts';
import { clip, printable } from './printable.ts';

/** How much of what could be judged a run looks at. */
export interface Scope {
  /** Cases that it executes. */
  readonly cases: number;
  /** All that its suites have for this subject. */
  readonly ofCases: number;
  readonly suites: number;
  /** All that judge this subject. */
  readonly ofSuites: number;
  /** Cases chosen and to choose from, of each suite that was asked for; since version 4. */
  readonly bySuite?: readonly SuiteScope[];
  /** Which part of how many, where it was one of them. */
  readonly shard?: { readonly index: number; readonly total: number };
  /** What narrowed it, as words of a command line; nothing where nothing was asked for but everything. */
  readonly narrowedBy: readonly string[];
}

/** The part of one suite. */
export interface SuiteScope {
  readonly suite: string;
  readonly cases: number;
  readonly ofCases: number;
}

const MAX_CHARS = 80;

/** Whether nothing was left out that applies. */
export function isWhole({ cases, ofCases, suites, ofSuites }: Scope): boolean {
  return cases === ofCases && suites === ofSuites;
}

/** How much was looked at, in a few words; `all 556 cases` of a whole run. */
export function scopeWords({ cases, ofCases, suites, ofSuites, narrowedBy }: Scope): string {
  const ofThem = cases === ofCases ? `all ${casesInWords(cases)}` : `${cases} of ${casesInWords(ofCases)}`;
  const among = suites === ofSuites ? '' : ` of ${suites} of ${ofSuites} suites`;
  const by = narrowedBy.length > 0 ? ` (${clip(printable(narrowedBy.join(' ')), MAX_CHARS)})` : '';
  return `${ofThem}${among}${by}`;
}

/** The same where it has to be said, for a run that looks at a part; nothing for a whole one, or one without a plan. */
export function partWords({ scope }: { readonly scope?: Scope }): string | undefined {
  return scope === undefined || isWhole(scope) ? undefined : scopeWords(scope);
}
