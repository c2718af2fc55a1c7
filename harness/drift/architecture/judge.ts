import { isAbsolute, relative } from 'node:path';
import type { DriftFinding } from '../support/finding.ts';
import { globMatcher } from '../support/glob.ts';
import type { Draft, Outcome, Scene } from './checks/check.ts';
import { runCheck } from './checks/run-check.ts';
import type { RuleResult, UnresolvedCall } from './report.ts';
import { turnText } from './revision/turn.ts';
import type { Rule, RuleException } from './rules/rule.ts';

/** A rule with what it found, after its exceptions have been taken off. */
export interface Judged {
  readonly result: RuleResult;
  readonly findings: readonly DriftFinding[];
  readonly unresolved: readonly UnresolvedCall[];
  /** True when no part of the rule matched anything that it could judge. */
  readonly empty: boolean;
}

/** Runs one rule; `rulesFile` is where findings about the rule itself are shown. */
export function judgeRule(rule: Rule, scene: Scene, rulesFile: string): Judged {
  const outcome = runCheck(rule.check, scene);
  const drafts = outcome.drafts.map((draft) => ({ draft, exception: exceptionFor(rule, draft) }));
  const open = drafts
    .filter(({ exception }) => exception === undefined)
    .map(({ draft }) => signed(rule, draft, rulesFile));
  const used = new Set(drafts.map(({ exception }) => exception));
  const unused = rule.exceptions.filter((each) => !used.has(each));
  const findings = [
    ...open,
    ...unused.map((each) => unusedFinding(rule, each, rulesFile)),
    ...emptyFindings(rule, outcome, rulesFile),
  ];
  return {
    findings,
    unresolved: (outcome.unresolved ?? []).map((each) => ({ rule: rule.id, ...each })),
    empty: outcome.empty.length > 0 && outcome.drafts.length === 0,
    result: {
      id: rule.id,
      kind: rule.check.kind,
      reason: rule.reason,
      verdict: findings.some(({ severity }) => severity === 'error') ? 'failed' : 'passed',
      findings: findings.length,
      excepted: drafts.length - open.length,
    },
  };
}

/** Where a finding about the rules is shown: from the root of the tree when they lie in it. */
export function shownPath(path: string, root: string | undefined): string {
  if (root === undefined || !isAbsolute(path)) return path;
  const within = relative(root, path);
  return within.startsWith('..') ? path : within;
}

function exceptionFor(rule: Rule, draft: Draft): RuleException | undefined {
  return rule.exceptions.find(
    ({ file, value }) =>
      (file === undefined || globMatcher([file])(draft.file)) &&
      (value === undefined || value === draft.value),
  );
}

/** A finding about what stands in the rules alone, such as a snapshot, is shown at its rule. */
function signed(rule: Rule, draft: Draft, rulesFile: string): DriftFinding {
  const place = draft.file === '' ? { file: rulesFile, line: rule.line, column: 1 } : {};
  return { rule: rule.id, severity: rule.severity, reason: rule.reason, ...draft, ...place };
}

function unusedFinding(rule: Rule, exception: RuleException, file: string): DriftFinding {
  const what = [exception.file, exception.value].filter((part) => part !== undefined).join(' ');
  return {
    rule: rule.id,
    severity: 'error',
    file,
    line: exception.line,
    column: 1,
    statement: `exception: ${what}`,
    value: what,
    message: `The exception for ${what} no longer applies; take it out.`,
    reason: rule.reason,
  };
}

function emptyFindings(rule: Rule, { empty }: Outcome, file: string): readonly DriftFinding[] {
  if (rule.allowEmpty !== undefined) return [];
  return empty.map((what) => ({
    rule: rule.id,
    severity: 'error',
    file,
    line: rule.line,
    column: 1,
    statement: what,
    value: what,
    message: `A part of the rule looks at nothing (${what}); ${emptyAdvice(rule)}.`,
    reason: rule.reason,
  }));
}

function emptyAdvice({ lifetime: { since } }: Rule): string {
  const advice = 'correct it, or say why with allowEmpty';
  if (since === undefined) return advice;
  return `it began on ${turnText(since)}, so say with --revision of when the tree is if it is older, else ${advice}`;
}
