import type { Report } from '../report/report.ts';
import { canonical } from './report-digest.ts';
import { type Statement, statementOf, subjectsOf, type TestResult } from './statement.ts';

/** What a statement says otherwise than the report that lies beside it, a line each; nothing where it is about that report. */
export function contradictions(
  statement: Statement<TestResult> | undefined,
  report: Report,
): readonly string[] {
  if (!statement) return ['it is no statement about a run of Assay'];
  if (canonical(statement.subject) !== canonical(subjectsOf(report)))
    return [`it is about ${namesOf(statement)}, and the run judged other digests`];
  const due = statementOf(report).predicate;
  const { assay: told, ...result } = statement.predicate;
  const { assay: known, ...dueResult } = due;
  const members = Object.keys({ ...told, ...known }) as (keyof TestResult['assay'])[];
  return [
    ...members
      .filter((name) => canonical(told[name] ?? null) !== canonical(known[name] ?? null))
      .map(
        (name) =>
          `it says ${name} ${canonical(told[name] ?? null)}, and the report ${canonical(known[name] ?? null)}`,
      ),
    ...(canonical(result) === canonical(dueResult) ? [] : ['it lists other results than the report']),
  ];
}

function namesOf({ subject }: Statement): string {
  return (
    subject.map(({ name, digest }) => `${name} ${Object.values(digest)[0]?.slice(0, 12)}`).join(', ') ||
    'nothing'
  );
}
