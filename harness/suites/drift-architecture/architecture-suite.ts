import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { diskTree, judgeTree, loadRules, type RuleSet } from '../../drift/index.ts';
import { UsageError } from '../../support/errors.ts';
import { type CheckedTree, DRIFT_CLAUSE, judgeDrift } from '../drift-result.ts';
import type { Plan } from '../plan.ts';
import { NO_PROOF, type Suite } from '../suite.ts';

/** The tree is read once for all rules. */
interface RulesBench extends AsyncDisposable {
  check(): Promise<CheckedTree>;
}

/** What to look at instead of the tree that the rules name, and how it is told apart. */
export interface OtherTree {
  readonly root?: string;
  readonly pack?: string;
  /** The rules, for whoever has loaded (and thereby proven) them before. */
  readonly rules?: () => RuleSet;
}

/**
 * The rules of a file as a suite, a case each: `drift-architecture/<rule>`, or `…/<pack>:<rule>` where `pack` tells
 * them from our own. `root` is another tree than the one that the rules name.
 */
export function architectureSuite(
  rulesFile: string,
  { root, pack, rules = () => loadRules(rulesFile) }: OtherTree = {},
): Suite<RulesBench, CheckedTree> {
  return {
    name: 'drift-architecture',
    title: 'Source trees keep to their layer rules, must-call rules and structural pins.',
    needs: ['source-tree'],
    isolation: 'shared',
    runner: 'in-line',
    groups: [],
    plan: () => planRules(rulesFile, pack === undefined ? '' : `${pack}:`),
    open: async () => {
      let checking: Promise<CheckedTree> | undefined;
      return {
        check: () => {
          checking ??= Promise.resolve().then(() => check(rules(), root));
          return checking;
        },
        [Symbol.asyncDispose]: () => Promise.resolve(),
      };
    },
    perform: ({ check: whole }) => whole(),
    judge: (checked, at) => judgeDrift(checked, at, ({ rule }) => rule === at.planned.facets.rule),
    proof: async () => NO_PROOF,
  };
}

function check(rules: RuleSet, other: string | undefined): CheckedTree {
  const root = other ?? rules.root ?? '';
  const report = judgeTree(rules, diskTree(root, rules.scope), { root });
  return { report, filesRead: report.counts.files };
}

async function planRules(rulesFile: string, prefix: string): Promise<Plan> {
  const document: unknown = parse(await readFile(rulesFile, 'utf8'));
  const rules = isRulesFile(document) ? document.rules : [];
  if (rules.length === 0) throw noRules(rulesFile);
  const cases = rules.map(({ id: rule, reason: title }) => ({
    ...{ id: `drift-architecture/${prefix}${rule}`, suite: 'drift-architecture', title },
    ...{ clause: DRIFT_CLAUSE, facets: { rule } },
  }));
  return { cases, excluded: [] };
}

function isRulesFile(
  document: unknown,
): document is { readonly rules: readonly { readonly id: string; readonly reason: string }[] } {
  return (
    typeof document === 'object' && document !== null && 'rules' in document && Array.isArray(document.rules)
  );
}

function noRules(file: string): UsageError {
  return new UsageError({
    code: 'NO_RULES',
    message: `${file} holds no rules.`,
    fix: 'Give it a list `rules`; specs/drift/packs/ shows how.',
  });
}
