import { formOfRule } from '../../corpus/revisions.ts';
import type { CaseIdentity } from '../../support/case.ts';
import type { Plan, Scene } from '../plan.ts';
import type { ContractCase } from './language/contract-case.ts';

/** What a plan tells of a case, whoever performs it. */
export type PlannableCase = Omit<ContractCase, 'act'>;

/** One case for each check of the contract, as far as it applies to the subject and its revision. */
export function planContract(suite: string, cases: readonly PlannableCase[], scene: Scene): Plan {
  const judged = cases.map((each) => ({
    planned: identityOf(suite, each),
    reason: whyNot(each, scene),
  }));
  return {
    cases: judged.flatMap(({ planned, reason }) => (reason === undefined ? [planned] : [])),
    excluded: judged.flatMap(({ planned: { id }, reason }) => (reason === undefined ? [] : [{ id, reason }])),
  };
}

function identityOf(suite: string, { name, clause, title }: PlannableCase): CaseIdentity {
  return { id: `${suite}/${name}`, suite, title, clause, facets: { clause } };
}

function whyNot({ needs, holds }: PlannableCase, scene: Scene): string | undefined {
  const { hasPlatform, subjectName, capabilities, revision } = scene;
  if (!hasPlatform) return `asks a platform, and ${subjectName} is none`;
  const lacking = needs.find((need) => !capabilities.includes(need));
  if (lacking !== undefined) return `${subjectName} does not declare ${lacking}`;
  const other = holds.find(({ rule, form }) => formOfRule(rule, revision) !== FORMS[form]);
  return other && `the ${other.form} form of ${other.rule} is not known to hold at ${revision}`;
}

const FORMS = { earlier: 'R1', later: 'R3' } as const;
