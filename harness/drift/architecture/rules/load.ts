import { readFileSync } from 'node:fs';
import { UsageError } from '../../../support/errors.ts';
import { parseRules } from './parse.ts';
import { proofFaults } from './prove-rule.ts';
import { refuseRule } from './refuse.ts';
import type { RuleSet } from './rule-set.ts';

/** Reads a file of rules and runs every rule on its own fixtures: a rule that they do not prove is refused. */
export function loadRules(path: string): RuleSet {
  return provenRules(readRules(path), path);
}

/** The same for a text in memory; `path` is where fixtures beside it are looked for. */
export function provenRules(text: string, path: string): RuleSet {
  const rules = parseRules(text, path);
  const faults = rules.rules.flatMap((rule) => proofFaults(rule, rules));
  if (faults.length > 0) throw refuseRule(path, faults);
  return rules;
}

function readRules(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new UsageError({
      code: 'DRIFT_RULES_MISSING',
      message: `The rules ${path} cannot be read.`,
      fix: 'Correct the path.',
      cause,
    });
  }
}
