import { sceneOf } from '../checks/check.ts';
import { runCheck } from '../checks/run-check.ts';
import { memoryTree, type Texts } from '../tree/memory-tree.ts';
import type { Rule } from './rule.ts';
import type { RuleSet } from './rule-set.ts';

/** What a rule's own fixtures say against it: it must be silent on the good trees and find the bad places, no more. */
export function proofFaults(rule: Rule, rules: RuleSet): readonly string[] {
  const good = rule.proof.good.flatMap((tree, index) => goodFaults(rule, rules, tree, index + 1));
  if (good.length > 0) return good;
  return rule.proof.bad.flatMap(({ tree, at }, index) => {
    const { places } = placesIn(rule, rules, tree);
    const wanted = [...at].sort();
    if (places.join() === wanted.join()) return [];
    return [
      `${rule.id}: bad fixture ${index + 1} must be found at ${wanted.join(', ')}, found ${places.join(', ') || 'nothing'}`,
    ];
  });
}

function goodFaults(rule: Rule, rules: RuleSet, tree: Texts, number: number): readonly string[] {
  const { places, empty, unread } = placesIn(rule, rules, tree);
  const name = `${rule.id}: good fixture ${number}`;
  return [
    ...places.map((place) => `${name} is not good, the rule finds ${place}`),
    ...(rule.allowEmpty === undefined ? empty.map((what) => `${name} proves nothing: ${what}`) : []),
    ...unread.map((path) => `${name}: ${path} cannot be parsed`),
  ];
}

function placesIn(
  rule: Rule,
  rules: RuleSet,
  texts: Texts,
): {
  readonly places: readonly string[];
  readonly empty: readonly string[];
  readonly unread: readonly string[];
} {
  const tree = memoryTree(texts, rules.scope);
  const { drafts, empty } = runCheck(rule.check, sceneOf(tree, rules.rules));
  return {
    places: drafts.map(({ file, line }) => `${file}:${line}`).sort(),
    empty,
    unread: tree.unread().map(({ path }) => path),
  };
}
