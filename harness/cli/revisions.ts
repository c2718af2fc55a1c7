import { parseRevision } from '../config/revision.ts';
import type { NamedRevision, Revision } from '../corpus/entry.ts';
import { type ContractRule, REVISION_DAYS, rulesBetween } from '../corpus/revisions.ts';
import { ASSAY } from '../support/command.ts';
import { UsageError } from '../support/errors.ts';

const UNKNOWN = 'unknown day';

/** The rules that differ between two revisions, each with day, clauses and what changed, oldest first. Throws `UsageError`. */
export function explainBetween(revisions: readonly string[]): string {
  const [one, other, ...more] = revisions.map((text) => parseRevision(text));
  if (!one || !other || more.length > 0) throw notTwo(revisions.length);
  const [older, younger] = [one, other].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1)) as [
    Revision,
    Revision,
  ];
  const rules = rulesBetween(older, younger);
  return [headOf(rules, older, younger), ...rules.map(paragraphOf), ''].join('\n');
}

function headOf(rules: readonly ContractRule[], older: Revision, younger: Revision): string {
  const known = rules.filter(({ day }) => day !== null).length;
  const unsure = rules.length - known;
  const whole = older === 'R1' && younger === 'R3';
  const names = `${nameOf(older)} and ${nameOf(younger)}`;
  if (whole || unsure === 0) return `${counted(rules.length)} between ${names}.\n`;
  return `${counted(known)} between ${names}; ${unsure} more may, since nobody knows their day.\n`;
}

function counted(rules: number): string {
  return rules === 1 ? '1 rule differs' : `${rules} rules differ`;
}

function paragraphOf({ id, day, clauses, change }: ContractRule): string {
  return `${(day ?? UNKNOWN).padEnd(UNKNOWN.length)}  ${id}  (${clauses.join(', ')})\n${' '.repeat(UNKNOWN.length)}  ${change}`;
}

function nameOf(revision: Revision): string {
  return revision === dayOf(revision) ? revision : `${revision} (${dayOf(revision)})`;
}

function dayOf(revision: Revision): string {
  return revision in REVISION_DAYS ? REVISION_DAYS[revision as NamedRevision] : revision;
}

function notTwo(count: number): UsageError {
  return new UsageError({
    code: 'NOT_TWO_REVISIONS',
    message: `--between takes two revisions, and ${count} ${count === 1 ? 'was' : 'were'} given.`,
    fix: `For example: ${ASSAY} explain --between R1 2026-05-16.`,
  });
}
