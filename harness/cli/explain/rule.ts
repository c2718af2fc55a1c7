import { CONTRACT_RULES } from '../../corpus/revisions.ts';
import { ASSAY } from '../../support/command.ts';

/** What changed by a rule that differs between revisions, from which day on, and where it belongs; nothing when none has the id. */
export function explainRule(name: string): string | undefined {
  const wanted = name.toLowerCase();
  const rule = CONTRACT_RULES.find(({ id }) => id.toLowerCase() === wanted);
  if (!rule) return undefined;
  const { id, change, clauses, day, reference } = rule;
  return [
    `${id}: ${change}`,
    '',
    `  holds     ${day === null ? 'in R3, since a day that nobody knows' : `since ${day}`}`,
    `  clauses   ${clauses.join(', ')}`,
    ...(reference === undefined ? [] : [`  reference ${reference}`]),
    '',
    `More of them: ${ASSAY} explain --between R1 R3`,
  ].join('\n');
}
