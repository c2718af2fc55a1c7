import type { Severity } from '../../support/finding.ts';
import type { Mark } from '../revision/mark.ts';
import type { Lifetime } from '../revision/standing.ts';
import type { NameSource } from './name-source.ts';
import type { RuleKind } from './rule.ts';

/** A file of rules as YAML gives it, after the schema has accepted it and filled the defaults. */
export interface RawRuleSet {
  readonly name: string;
  readonly tree: {
    readonly root?: string;
    readonly include: readonly string[];
    readonly exclude: readonly string[];
    readonly tests: boolean;
    readonly skipFolders?: readonly string[];
  };
  readonly limits: { readonly unread: number };
  readonly marks: readonly Mark[];
  readonly rules: readonly RawRule[];
}

export type RawRule = Lifetime & {
  readonly id: string;
  readonly reason: string;
  readonly severity: Severity;
  readonly allowEmpty?: string;
  readonly exceptions: readonly RawException[];
  readonly proof: { readonly good: readonly RawTexts[]; readonly bad: readonly RawBad[] };
} & { readonly [K in RuleKind]?: object };

export interface RawException {
  readonly file?: string;
  readonly value?: string;
  readonly reason: string;
}

/** A tree in the file itself, or a folder beside it; in a change `null` removes a file. */
export type RawTexts = string | Readonly<Record<string, string | null>>;

export interface RawBad {
  readonly change: RawTexts;
  readonly at: readonly string[];
}

export type RawSides = { readonly left: NameSource; readonly right: NameSource };
