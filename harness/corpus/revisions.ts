import { readFileSync } from 'node:fs';
import { HarnessError } from '../support/errors.ts';
import { inProject } from '../support/paths.ts';
import type { NamedRevision, Revision } from './entry.ts';

/** A rule in which R1 and R3 differ. */
export interface ContractRule {
  readonly id: string;
  /** What holds from its day on, in a sentence. */
  readonly change: string;
  readonly clauses: readonly string[];
  /** `YYYY-MM-DD`; null when nobody knows it. */
  readonly day: string | null;
  /** Why the reference platform has one form of it at all times, where it has. */
  readonly reference?: string;
}

/** Whose form of a rule a build follows; `unknown` when it changed on a day that nobody knows. */
export type Form = NamedRevision | 'unknown';

const sheet = JSON.parse(readFileSync(inProject('compose/platform/revisions.json'), 'utf8')) as {
  readonly revisions: Readonly<Record<NamedRevision, string>>;
  readonly rules: Readonly<Record<string, Omit<ContractRule, 'id'>>>;
};

/** The day of each revision, `YYYY-MM-DD`. */
export const REVISION_DAYS = sheet.revisions;

/** Every rule that has two forms, oldest change first, unknown days last. */
export const CONTRACT_RULES: readonly ContractRule[] = Object.entries(sheet.rules).map(([id, rule]) => ({
  id,
  ...rule,
}));

/** The rule of that id, if the sheet has it. */
export function findRule(id: string): ContractRule | undefined {
  return CONTRACT_RULES.find((rule) => rule.id === id);
}

/** Whose form of a rule holds at a revision: from its day on the later one, but R1 is earlier than all of its own day. */
export function formAt({ day }: Pick<ContractRule, 'day'>, revision: Revision): Form {
  if (revision === 'R1' || revision === 'R3') return revision;
  if (day === null) return 'unknown';
  return day <= revision ? 'R3' : 'R1';
}

/** The same by the id of a rule. Throws `HarnessError` for one that the sheet does not have. */
export function formOfRule(id: string, revision: Revision): Form {
  const rule = findRule(id);
  if (rule) return formAt(rule, revision);
  throw new HarnessError({
    code: 'UNKNOWN_RULE',
    message: `The contract has no rule "${id}".`,
    fix: 'Correct the id, or write the rule into compose/platform/revisions.json.',
  });
}

/** The rules that changed between two revisions, whichever is the older, and those that may have: oldest first. */
export function rulesBetween(one: Revision, other: Revision): readonly ContractRule[] {
  if (one === other) return [];
  return CONTRACT_RULES.filter((rule) => {
    const [before, after] = [formAt(rule, one), formAt(rule, other)];
    return before !== after || before === 'unknown';
  });
}
