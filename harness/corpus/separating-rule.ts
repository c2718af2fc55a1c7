import { ASSAY } from '../support/command.ts';
import { didYouMean } from '../support/nearest.ts';
import type { CorpusProblem } from './problem.ts';
import { CONTRACT_RULES, findRule } from './revisions.ts';
import type { Sidecar } from './sidecar.ts';

/**
 * What is wrong with the rule that a sidecar names. What differs between the revisions has to name the one that
 * separates them, so that a build between the two is judged by its day; nothing else may name one.
 */
export function ruleProblem(sidecar: Sidecar, file: string): CorpusProblem | undefined {
  const { rule: id, clause } = sidecar;
  const refuse = (message: string, fix: string): CorpusProblem => ({ file, rule: 'rule', message, fix });
  if (id === undefined)
    return isSeparated(sidecar) ? refuse('no rule separates its revisions', NAME_IT) : undefined;
  const rule = findRule(id);
  if (!rule)
    return refuse(
      `\`${id}\` is no rule of the contract`,
      didYouMean(
        id,
        CONTRACT_RULES.map((one) => one.id),
      ),
    );
  if (!isSeparated(sidecar))
    return refuse(
      `the rule \`${id}\` separates nothing: it holds alike in both revisions`,
      'Leave `rule` out.',
    );
  if (rule.clauses.includes(clause)) return undefined;
  return refuse(
    `the rule \`${id}\` is one of ${rule.clauses.join(', ')}, and the entry is judged by ${clause}`,
    'Name the rule that makes the difference.',
  );
}

const NAME_IT = `Add \`rule:\` with an id that \`${ASSAY} explain --between R1 R3\` lists.`;

function isSeparated({ revisions, variants = [], steps = [] }: Sidecar): boolean {
  const all = [...variants, ...steps.flatMap((step) => step.variants ?? [])];
  return revisions?.length === 1 || all.some(({ when }) => when.revisions?.length === 1);
}
