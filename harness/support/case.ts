/** What a case is about, in the words of its suite: `family`, `runtime`, `entry`, `enum`, `rule` … */
export type Facets = Readonly<Record<string, string>>;

/** The one identity of a case, from the plan to every report. `id` is `<suite>/<name>` and stable across releases. */
export interface CaseIdentity {
  readonly id: string;
  readonly suite: string;
  readonly title: string;
  readonly clause: string;
  readonly facets: Facets;
}

/** A case that a run has promised to execute, with the shell line that runs it again. */
export interface PlannedCase extends CaseIdentity {
  readonly reproduce: string;
}

/** A case that does not apply to this subject, and why; it is counted and shown, never passed. */
export interface Exclusion {
  readonly id: string;
  readonly reason: string;
}

/** The net below the deadlines of the requests, which add up to less; Playwright's limit for a test is the same. */
export const CASE_LIMIT_MS = 180_000;

/** The identity alone of anything that carries one. */
export function identityOf({ id, suite, title, clause, facets }: CaseIdentity): CaseIdentity {
  return { id, suite, title, clause, facets };
}

/** The suite that an id belongs to. */
export function suiteOf(id: string): string {
  return id.split('/')[0] ?? id;
}
