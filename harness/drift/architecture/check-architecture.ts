import type { Revision } from '../../corpus/entry.ts';
import { UsageError } from '../../support/errors.ts';
import type { Change } from '../support/changed.ts';
import { byPlace } from '../support/finding.ts';
import { verdictOf } from '../support/report.ts';
import { scopeOf } from '../support/scope.ts';
import type { Unread } from '../support/source-tree.ts';
import { sceneOf } from './checks/check.ts';
import { type Judged, judgeRule, shownPath } from './judge.ts';
import type { ArchitectureReport, RuleResult } from './report.ts';
import { otherRevision } from './revision/mark.ts';
import { type Standing, standingAt } from './revision/standing.ts';
import { loadRules } from './rules/load.ts';
import type { Rule } from './rules/rule.ts';
import type { RuleSet } from './rules/rule-set.ts';
import { diskTree } from './tree/disk-tree.ts';
import type { Tree } from './tree/tree.ts';

export interface ArchitectureOptions {
  /** Only findings in these files are reported, and those about the rules; imports are read everywhere. */
  readonly changed?: Change;
  /** What the tree follows of the platform's contract; the latest revision when absent. */
  readonly revision?: Revision;
}

/** Loads and proves the rules of a file and holds them against a folder: the one given, else the one they name. */
export async function checkArchitecture(
  rulesFile: string,
  folder?: string,
  options: ArchitectureOptions = {},
): Promise<ArchitectureReport> {
  const rules = loadRules(rulesFile);
  const root = folder ?? rules.root;
  if (root === undefined) {
    throw new UsageError({
      code: 'DRIFT_TREE_MISSING',
      message: `The rules of ${rulesFile} name no tree to look at.`,
      fix: 'Give the folder of the tree, or set tree.root in the rules.',
    });
  }
  return judgeTree(rules, diskTree(root, rules.scope), { ...options, root });
}

/** Holds rules against a tree that is already at hand; pure but for the files that the tree still has to read. */
export function judgeTree(
  rules: RuleSet,
  tree: Tree,
  options: ArchitectureOptions & { readonly root?: string } = {},
): ArchitectureReport {
  const scene = sceneOf(tree, rules.rules);
  const rulesFile = shownPath(rules.path, options.root);
  const { imports } = scene.graph();
  const revision = options.revision ?? 'R3';
  const other = otherRevision(tree, rules.marks, revision);
  const standings = rules.rules.map((rule) => ({ rule, standing: standingAt(rule.lifetime, revision) }));
  const holding = standings.filter(({ standing }) => standing.kind === 'holds').map(({ rule }) => rule);
  const isJudged = tree.code.length > 0 && other === undefined;
  const judged = isJudged ? holding.map((rule) => judgeRule(rule, scene, rulesFile)) : [];
  const vacuous = judged.every(({ empty }) => empty);
  const unread = tree.unread();
  const isLookedAt = (file: string) => options.changed?.files.has(file) ?? true;
  const findings = vacuous
    ? []
    : judged
        .flatMap((each) => each.findings)
        .filter(({ file }) => file === rulesFile || isLookedAt(file))
        .sort(byPlace);
  const reasons = other === undefined ? reasonsOf(rules, tree, vacuous ? judged : [], unread) : [other];
  if (isJudged && holding.length === 0) reasons.push(`No rule of ${rules.name} holds at ${revision}.`);
  const results = vacuous ? judged.map(unjudged) : judged.map(({ result }) => result);
  return {
    kind: 'architecture',
    name: rules.name,
    ...(isByRevision(rules) && { revision }),
    verdict: verdictOf(findings, reasons),
    reasons,
    findings,
    unread,
    ...scopeOf(options.changed, tree.code),
    unresolved: judged.flatMap((each) => each.unresolved).filter(({ file }) => isLookedAt(file)),
    rules: isJudged ? standings.flatMap((each) => resultOf(each, results)) : [],
    counts: {
      files: tree.code.length,
      lines: tree.code.reduce((sum, { text }) => sum + lineCount(text), 0),
      imports: imports.length,
      parsed: tree.parsed(),
      policy: isJudged ? standings.filter(({ standing }) => standing.kind === 'policy').length : 0,
    },
  };
}

function isByRevision({ marks, rules }: RuleSet): boolean {
  return marks.length > 0 || rules.some(({ lifetime }) => Object.keys(lifetime).length > 0);
}

function resultOf(
  { rule, standing }: { readonly rule: Rule; readonly standing: Standing },
  judged: readonly RuleResult[],
): readonly RuleResult[] {
  if (standing.kind === 'holds') return judged.filter(({ id }) => id === rule.id);
  const { id, check, reason } = rule;
  return [
    { id, kind: check.kind, reason, verdict: standing.kind, why: standing.why, findings: 0, excepted: 0 },
  ];
}

function reasonsOf(
  rules: RuleSet,
  tree: Tree,
  vacuous: readonly Judged[],
  unread: readonly Unread[],
): string[] {
  const reasons: string[] = [];
  if (tree.code.length === 0) reasons.push(`No file of the tree matches ${rules.scope.include.join(', ')}.`);
  else if (vacuous.length > 0) {
    const parts = vacuous.flatMap(({ findings }) => findings.map(({ rule, value }) => `${rule} (${value})`));
    reasons.push(`No rule matched anything in the tree: ${listed(parts)}.`);
  }
  if (unread.length > rules.limits.unread) {
    const named = unread.map(({ path, detail }) => `${path} (${detail})`);
    reasons.push(
      `${unread.length} files could not be read, ${rules.limits.unread} are allowed: ${listed(named)}.`,
    );
  }
  return reasons;
}

function listed(items: readonly string[]): string {
  const shown = items.slice(0, 5).join(', ');
  return items.length > 5 ? `${shown}, and ${items.length - 5} more` : shown;
}

function unjudged({ result }: Judged): Judged['result'] {
  return { ...result, verdict: 'inconclusive', findings: 0 };
}

function lineCount(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
