import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Revision } from '../../corpus/entry.ts';
import {
  diskTree,
  judgeTree,
  type Lifetime,
  loadRules,
  type RuleSet,
  standingAt,
} from '../../drift/index.ts';
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
  /** What the tree follows of the contract; the latest revision when absent. */
  readonly revision?: Revision;
  /** The rules, for whoever has loaded (and thereby proven) them before. */
  readonly rules?: () => RuleSet;
}

/**
 * The rules of a file as a suite, a case each: `drift-architecture/<rule>`, or `…/<pack>:<rule>` where `pack` tells
 * them from our own. `root` is another tree than the one that the rules name.
 */
export function architectureSuite(
  rulesFile: string,
  { root, pack, revision = 'R3', rules = () => loadRules(rulesFile) }: OtherTree = {},
): Suite<RulesBench, CheckedTree> {
  return {
    name: 'drift-architecture',
    title: 'Source trees keep to their layer rules, must-call rules and structural pins.',
    needs: ['source-tree'],
    isolation: 'shared',
    runner: 'in-line',
    groups: [],
    plan: () => planRules(rulesFile, pack === undefined ? '' : `${pack}:`, revision),
    open: async () => {
      let checking: Promise<CheckedTree> | undefined;
      return {
        check: () => {
          checking ??= Promise.resolve().then(() => check(rules(), root, revision));
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

function check(rules: RuleSet, other: string | undefined, revision: Revision): CheckedTree {
  const root = other ?? rules.root ?? '';
  const report = judgeTree(rules, diskTree(root, rules.scope), { root, revision });
  return { report, filesRead: report.counts.files };
}

/** A rule that does not hold at a revision, or may not, is no case there. */
async function planRules(rulesFile: string, prefix: string, revision: Revision): Promise<Plan> {
  const document: unknown = parse(await readFile(rulesFile, 'utf8'));
  const rules = isRulesFile(document) ? document.rules : [];
  if (rules.length === 0) throw noRules(rulesFile);
  const planned = rules.map((rule) => ({
    rule,
    id: `drift-architecture/${prefix}${rule.id}`,
    standing: standingAt(rule, revision),
  }));
  return {
    cases: planned
      .filter(({ standing }) => standing.kind === 'holds')
      .map(({ rule, id }) => ({
        ...{ id, suite: 'drift-architecture', title: rule.reason },
        ...{ clause: DRIFT_CLAUSE, facets: { rule: rule.id } },
      })),
    excluded: planned.flatMap(({ id, standing }) =>
      standing.kind === 'holds' ? [] : [{ id, reason: `${standing.kind} at ${revision}: ${standing.why}` }],
    ),
  };
}

interface PlainRule extends Lifetime {
  readonly id: string;
  readonly reason: string;
}

function isRulesFile(document: unknown): document is { readonly rules: readonly PlainRule[] } {
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
