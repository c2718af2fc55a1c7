import { UsageError } from '../support/errors.ts';
import { didYouMean } from '../support/nearest.ts';
import type { GateAnswer } from './answer.ts';
import { POLICY_KEYS } from './policy/keys.ts';
import type { Policy } from './policy/policy.ts';
import type { Rule } from './rule.ts';
import { RULES } from './rules/index.ts';

/** One rule for people: what must hold, what the policy says about it, and what it came to where a run was given. */
export function explainRule(id: string, policy: Policy, answer?: GateAnswer): string {
  const rule = ruleNamed(id);
  const found = (answer?.runs ?? []).flatMap(({ runId, branches }) =>
    branches.flatMap(({ rules }) =>
      rules.filter((each) => each.id === id).map((each) => ({ runId, ...each })),
    ),
  );
  const lines = [
    `${rule.id}: ${rule.says}`,
    ...rule.keys.map(
      (key) =>
        `  policy \`${key}\`: ${POLICY_KEYS[key].description}; now ${JSON.stringify(policy[key]) ?? 'absent'}`,
    ),
    ...(rule.keys.length === 0 ? ['  No policy can loosen it.'] : []),
    ...found.flatMap(({ runId, held, evidence, change, items = [] }) => [
      `  ${runId}: ${held ? 'held' : 'broken'}, ${evidence}`,
      ...items.map((item) => `    ${item}`),
      ...(change === undefined ? [] : [`  What would have to change: ${change}.`]),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

/** The rule of an id. Throws `UsageError` with the nearest one. */
export function ruleNamed(id: string): Rule {
  const rule = RULES.find((each) => each.id === id);
  if (rule) return rule;
  throw new UsageError({
    code: 'UNKNOWN_RULE',
    message: `The gate has no rule "${id}".`,
    fix: didYouMean(
      id,
      RULES.map((each) => each.id),
    ),
  });
}
