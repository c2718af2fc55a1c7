import type { Capability } from '../../../config/subject-capabilities.ts';
import type { Tools } from './tools.ts';

/** A rule of `revisions.json`, and the form of it that a case is about; at a day of unknown form the case is left out. */
export interface Holding {
  readonly rule: string;
  readonly form: 'earlier' | 'later';
}

/** One check of one clause: what it does, and what it expects of the platform's answers. */
export interface ContractCase {
  /** Kebab-case, after the clause: `A.5-queued`, or `A.5-queued@no-method` for a row of a table. */
  readonly name: string;
  readonly clause: string;
  readonly title: string;
  /** What a subject must declare; without it the case is not applicable. */
  readonly needs: readonly Capability[];
  readonly holds: readonly Holding[];
  act(tools: Tools): Promise<void>;
}

/** What may be left out of a case: it needs nothing and holds always. */
export type Conditions = Partial<Pick<ContractCase, 'needs' | 'holds'>>;

/** A single case of a clause. */
export function one(
  clause: string,
  name: string,
  title: string,
  act: ContractCase['act'],
  { needs = [], holds = [] }: Conditions = {},
): ContractCase {
  return { name: `${clause}-${name}`, clause, title, needs, holds, act };
}

/** A table of a clause: one case for each row, `<clause>-<name>@<row>`, each with the title that `title` gives it. */
export function rows<Row>(
  clause: string,
  name: string,
  table: Readonly<Record<string, Row & Conditions>>,
  title: (row: Row, key: string) => string,
  act: (tools: Tools, row: Row, key: string) => Promise<void>,
  { needs = [], holds = [] }: Conditions = {},
): readonly ContractCase[] {
  return Object.entries(table).map(([key, row]) => ({
    ...{ name: `${clause}-${name}@${key}`, clause, title: title(row, key) },
    needs: [...needs, ...(row.needs ?? [])],
    holds: [...holds, ...(row.holds ?? [])],
    act: (tools) => act(tools, row, key),
  }));
}

/** Of a rule that differs between the revisions: its later form. */
export function since(rule: string): Conditions {
  return { holds: [{ rule, form: 'later' }] };
}

/** Of a rule that differs between the revisions: its earlier form. */
export function before(rule: string): Conditions {
  return { holds: [{ rule, form: 'earlier' }] };
}
