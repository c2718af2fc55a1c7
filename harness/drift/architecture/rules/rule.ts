import type { Severity } from '../../support/finding.ts';
import type { Lifetime } from '../revision/standing.ts';
import type { Texts } from '../tree/memory-tree.ts';
import type { NameSource } from './name-source.ts';
import type { Pattern } from './pattern.ts';

/** A rule as a file under `specs/drift/packs/` gives it: why, what, and the small trees that prove it. */
export type Rule = RuleHead & { readonly check: RuleCheck };

export interface RuleHead {
  readonly id: string;
  /** Why the rule exists, in one sentence; it stands in every finding. */
  readonly reason: string;
  readonly severity: Severity;
  /** Why globs of this rule may match nothing. */
  readonly allowEmpty?: string;
  /** From when, and until when, it holds. */
  readonly lifetime: Lifetime;
  readonly exceptions: readonly RuleException[];
  readonly proof: Proof;
  /** Where the rule and its exceptions stand in their file. */
  readonly line: number;
}

/** A finding that is accepted, with the reason; it must match at least one. */
export interface RuleException {
  readonly file?: string;
  /** The value of the finding: a function, a target, a name. */
  readonly value?: string;
  readonly reason: string;
  readonly line: number;
}

/** Trees on which the rule is silent, and changes to the first of them that it must find at exactly these places. */
export interface Proof {
  readonly good: readonly Texts[];
  readonly bad: readonly BadTree[];
}

export interface BadTree {
  readonly tree: Texts;
  /** `path:line` of every finding. */
  readonly at: readonly string[];
}

/** What each kind of rule is told; one key of a rule names its kind. */
export interface RuleKinds {
  readonly forbidden: ForbiddenCheck;
  readonly leaf: LeafCheck;
  readonly layers: LayersCheck;
  readonly acyclic: AcyclicCheck;
  readonly everyFileHasALayer: EveryFileCheck;
  readonly calls: CallsCheck;
  readonly absent: AbsentCheck;
  readonly noField: NoFieldCheck;
  readonly smaller: SmallerCheck;
  readonly names: NamesCheck;
  readonly size: SizeCheck;
}

export type RuleKind = keyof RuleKinds;
export type RuleCheck = {
  readonly [K in RuleKind]: { readonly kind: K; readonly settings: RuleKinds[K] };
}[RuleKind];

export interface ForbiddenCheck {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Modules from outside the tree: `express` stands for `express/…` too. */
  readonly modules: readonly string[];
  readonly transitive: boolean;
}

export interface LeafCheck {
  readonly packages: readonly string[];
  readonly allow: readonly string[];
}

export interface LayersCheck {
  /** A layer may import itself and the layers before it. */
  readonly order: readonly Layer[];
}

export interface Layer {
  readonly name: string;
  readonly paths: readonly string[];
}

export interface AcyclicCheck {
  readonly files: readonly string[];
  readonly level: 'file' | 'folder';
}

export interface EveryFileCheck {
  readonly files: readonly string[];
  /** Ids of the `layers` rules of the same file that hand out the layers. */
  readonly layersOf: readonly string[];
  /** Files that stand outside the order on purpose. */
  readonly apart: readonly string[];
}

/** Every function that contains `when` …; exactly one of the other keys says what it must do. */
export interface CallsCheck {
  readonly files: readonly string[];
  readonly when: readonly Pattern[];
  readonly also?: readonly Pattern[];
  readonly precededBy?: readonly Pattern[];
  readonly inside?: readonly Pattern[];
  readonly notInside?: readonly Pattern[];
  /** Names of the only functions that may contain it. */
  readonly onlyIn?: readonly string[];
}

export interface AbsentCheck {
  readonly files: readonly string[];
  readonly patterns: readonly Pattern[];
}

export interface NoFieldCheck {
  readonly files: readonly string[];
  /** Name of the type, or of the function or variable whose anonymous type is meant. */
  readonly type: string;
  /** Compared without regard to case, with names and with the keys of struct tags. */
  readonly fields: readonly string[];
}

export interface SmallerCheck {
  readonly left: ConstantSource;
  readonly than: ConstantSource;
  /** The left side times this must still be smaller. */
  readonly factor: number;
  readonly orEqual: boolean;
}

export interface ConstantSource {
  readonly files: readonly string[];
  /** A constant, variable, field, object key or keyword argument. */
  readonly name: string;
  readonly unit?: Unit;
}

export const UNITS = ['ns', 'us', 'ms', 's', 'min', 'h', 'number'] as const;
export type Unit = (typeof UNITS)[number];

export interface NamesCheck {
  readonly left: NameSource;
  readonly right: NameSource;
  /** `equal`: both the same; `subset`: every left name is a right one. */
  readonly match: 'equal' | 'subset';
  readonly ignore: readonly { readonly name: string; readonly reason: string }[];
}

export interface SizeCheck {
  readonly files: readonly string[];
  readonly maxLines: number;
}
