import type { Place } from '../support/finding.ts';
import type { DriftReport } from '../support/report.ts';

/** One value of an enum in all the places that can know it. */
export interface EnumRow {
  readonly value: string;
  readonly declared: boolean;
  readonly written: number;
  readonly compared: number;
  /** True when a default, check, view or routine of the schema names it. */
  readonly schema: boolean;
  /** Absent when no list, database or recording was looked at. */
  readonly constants?: boolean;
  readonly live?: boolean;
  readonly wire?: boolean;
}

export interface EnumTable {
  readonly type: string;
  readonly carriers: readonly string[];
  readonly declaredAt: Place;
  readonly rows: readonly EnumRow[];
}

/** A value or statement that could not be resolved, with the reason in words. */
export interface UnresolvedPlace extends Place {
  readonly why: string;
  readonly statement: string;
}

export interface EnumDriftReport extends DriftReport {
  readonly kind: 'enum';
  readonly tables: readonly EnumTable[];
  readonly unresolved: readonly UnresolvedPlace[];
  readonly counts: {
    readonly migrations: number;
    readonly codeFiles: number;
    readonly statements: number;
    readonly literals: number;
    readonly exchanges: number;
    /** Statements that a live database was asked about, when one was. */
    readonly prepared?: number;
  };
}
