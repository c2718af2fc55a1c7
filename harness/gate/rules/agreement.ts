import type { Report } from '../../report/report.ts';
import { broken, held, type Rule } from '../rule.ts';

export const agreement: Rule = {
  id: 'agreement',
  says: 'The report says what its log says.',
  keys: ['log'],
  evaluate: ({ run }) => {
    if (run.log.state !== 'read') return held('there is no log that could say anything else');
    const others = differences(run.report, run.log.report);
    if (others.length === 0) return held('report.json is what comes of events.ndjson');
    return broken(
      `report.json and events.ndjson disagree about ${others.slice(0, 3).join(', ')}`,
      'make the report again from its log: npx assay report rebuild <run>',
      others,
    );
  },
};

/** What a verdict depends on; words may differ between versions of Assay. */
const COMPARED = [
  ...[
    'runId',
    'verdict',
    'exitCode',
    'subject',
    'revision',
    'mode',
    'mutant',
    'seed',
    'digests',
    'underTest',
  ],
  ...['provenance', 'startedAt', 'endedAt', 'interrupted', 'totals', 'planned', 'executed', 'notApplicable'],
  ...['unselected', 'scope', 'whole', 'merged', 'seal', 'proof'],
] as const satisfies readonly (keyof Report)[];

function differences(told: Report, known: Report): readonly string[] {
  const members = COMPARED.filter((name) => !isSame(told[name], known[name]));
  const standing = new Map(known.cases.map((each) => [each.id, essence(each)]));
  const cases = told.cases.filter((each) => standing.get(each.id) !== essence(each)).map(({ id }) => id);
  const lacking = known.cases.length === told.cases.length ? [] : ['the number of cases'];
  return [...members, ...lacking, ...cases];
}

function essence({ id, verdict, policy, observations, findings, baseline }: Report['cases'][number]): string {
  return JSON.stringify([
    id,
    verdict,
    policy,
    observations,
    findings.map(({ clause, actual }) => [clause, actual]),
    baseline,
  ]);
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
}

/** Keys in one order, whoever wrote them. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, inOrder(each)]),
  );
}
