import { dirname, resolve } from 'node:path';
import { parseSettings, type SettingsKind } from '../../support/settings.ts';
import { turnFault } from '../revision/turn.ts';
import { badTexts, type FixtureFolders, goodTexts } from './fixtures.ts';
import { kindFaults, kindOf } from './kind.ts';
import { type RuleLines, ruleLines } from './lines.ts';
import type { RawException, RawRule, RawRuleSet } from './raw.ts';
import { RULES_PAGE, refuseRule } from './refuse.ts';
import type { Rule, RuleCheck } from './rule.ts';
import type { RuleSet } from './rule-set.ts';
import { RULES_SCHEMA } from './schema.ts';

const RULE_PACK: SettingsKind = { called: 'rule pack', schema: RULES_SCHEMA, page: RULES_PAGE };

/** Reads a file of rules from its text, without proving them; throws UsageError for anything that is not a rule. */
export function parseRules(text: string, path: string): RuleSet {
  const raw = parseSettings<RawRuleSet>(text, path, RULE_PACK);
  const faults = [
    ...duplicates(raw.rules),
    ...turnFaults(raw),
    ...raw.rules.flatMap((rule) => kindFaults(rule, raw.rules)),
  ];
  if (faults.length > 0) throw refuseRule(path, faults);
  const lines = ruleLines(text);
  const folder = dirname(resolve(path));
  const folders: FixtureFolders = new Map();
  const { root, ...scope } = raw.tree;
  return {
    name: raw.name,
    path,
    ...(root !== undefined && { root: resolve(folder, root) }),
    scope,
    limits: raw.limits,
    marks: raw.marks,
    rules: raw.rules.map((rule, index) => ruleOf(rule, lines[index], path, folders)),
  };
}

function duplicates(rules: readonly RawRule[]): readonly string[] {
  const ids = rules.map(({ id }) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  return [...new Set(twice)].map((id) => `${id}: two rules have this id`);
}

function turnFaults({ marks, rules }: RawRuleSet): readonly string[] {
  const lifetimes = [
    ...marks.map((mark) => [`the mark ${mark.file}`, mark] as const),
    ...rules.map((rule) => [rule.id, rule] as const),
  ];
  return lifetimes.flatMap(([name, { since, until }]) =>
    [since, until].flatMap((turn) => {
      const fault = turn === undefined ? undefined : turnFault(turn);
      return fault === undefined ? [] : [`${name}: ${fault}`];
    }),
  );
}

function ruleOf(raw: RawRule, lines: RuleLines | undefined, path: string, folders: FixtureFolders): Rule {
  const kind = kindOf(raw);
  return {
    id: raw.id,
    reason: raw.reason,
    severity: raw.severity,
    ...(raw.allowEmpty !== undefined && { allowEmpty: raw.allowEmpty }),
    lifetime: {
      ...(raw.since !== undefined && { since: raw.since }),
      ...(raw.until !== undefined && { until: raw.until }),
    },
    exceptions: raw.exceptions.map((each: RawException, at) => ({
      ...each,
      line: lines?.exceptions[at] ?? 1,
    })),
    proof: { good: goodTexts(raw, path, folders), bad: badTexts(raw, path, folders) },
    line: lines?.line ?? 1,
    check: { kind, settings: raw[kind] } as RuleCheck,
  };
}
