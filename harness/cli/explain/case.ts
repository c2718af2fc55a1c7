import { CONTRACT_RULES } from '../../corpus/revisions.ts';
import { answersTo, resolveKills } from '../../faults/resolve.ts';
import type { Plan } from '../../suites/plan.ts';
import type { Suite } from '../../suites/suite.ts';
import type { SuiteFacts } from '../../suites/tables.ts';
import type { CaseIdentity } from '../../support/case.ts';
import { ASSAY } from '../../support/command.ts';
import { UsageError } from '../../support/errors.ts';
import { escapePattern } from '../../support/escape-pattern.ts';
import { didYouMean } from '../../support/nearest.ts';
import { clauseText, knownClauses, nearClauses } from '../clauses.ts';
import { foreignText } from './foreign.ts';

/** What the cases of a name replay and why, what they are proven by, and how to run them. Throws `UsageError` with the nearest name. */
export async function explainCase(
  name: string,
  contract: string,
  suites: readonly SuiteFacts[],
): Promise<string> {
  for (const facts of suites) {
    const lines = await explainIn(facts, name, contract);
    if (lines.length > 0) return lines.join('\n');
  }
  throw unknownName(name, suites, contract);
}

async function explainIn(
  { suite, plan, proof }: SuiteFacts,
  name: string,
  contract: string,
): Promise<readonly string[]> {
  const ids = [...plan.cases, ...plan.excluded].map(({ id }) => id).filter((id) => answersTo(id, name));
  if (ids.length === 0) return [];
  const [first] = plan.cases.filter(({ id }) => ids.includes(id));
  const own = (await suite.explain?.(name)) ?? [];
  return [
    ...(own.length > 0 ? own : [`${first?.id ?? name}: ${first?.title ?? ''}`, '']),
    ...killers({ plan, proof }, ids),
    '',
    ...(first ? applying(suite, first, name, contract) : notApplying(plan, ids)),
  ];
}

function applying({ name: suite }: Suite, { clause }: CaseIdentity, name: string, contract: string) {
  const isOne = name.includes('@');
  const pattern = `^${suite}/${escapePattern(bare(name))}${isOne ? '$' : '(@|$)'}`;
  return [
    clauseText(contract, clause) ?? foreignText(clause) ?? `Clause ${clause}`,
    '',
    `Run it: ${ASSAY} run ${suite} -g '${pattern}'`,
  ];
}

function notApplying({ excluded }: Plan, ids: readonly string[]): readonly string[] {
  const reasons = excluded.filter(({ id }) => ids.includes(id)).map(({ reason }) => reason);
  return [`It does not apply to the reference platform as it is: ${[...new Set(reasons)].join('; ')}.`];
}

/** Faults of a service name cases of the plan; edits of a tree name them as that tree has them. */
function killers(
  { plan, proof }: Pick<SuiteFacts, 'plan' | 'proof'>,
  ids: readonly string[],
): readonly string[] {
  const ours = proof.faults.filter((fault) =>
    fault.plant.kind === 'tree'
      ? fault.kills.some(
          ({ cases }) => Array.isArray(cases) && cases.some((one) => ids.some((id) => answersTo(id, one))),
        )
      : resolveKills(fault, plan).some(({ caseId }) => ids.includes(caseId)),
  );
  return ours.map(({ id, title }) => `  killed by ${id}: ${title}`);
}

function unknownName(name: string, suites: readonly SuiteFacts[], contract: string): UsageError {
  const names = suites.flatMap(({ plan }) => plan.cases.map(({ id }) => bare(id).split('@')[0] ?? id));
  const planted = suites.flatMap(({ proof }) => [...proof.faults, ...proof.neutral, ...proof.broken]);
  const clauses = knownClauses(contract);
  const rules = CONTRACT_RULES.map(({ id }) => id);
  const known = [...new Set(names), ...clauses, ...planted.map(({ id }) => id), ...rules];
  return new UsageError({
    code: 'UNKNOWN_NAME',
    message: `"${name}" is no case, no clause and nothing that is planted.`,
    details: [`${known.length} names are known; clauses ${clauses.join(' ')}`],
    fix: nearClauses(name, clauses) ?? didYouMean(bare(name).split('@')[0] ?? name, known).slice(0, 200),
  });
}

/** A case's name without its suite. */
function bare(name: string): string {
  return name.slice(name.indexOf('/') + 1);
}
