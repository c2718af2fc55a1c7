import { type Scene, sceneOf } from '../checks/check.ts';
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
  const scene = sceneFor(texts, rules);
  const { drafts, empty } = runCheck(rule.check, scene);
  return {
    places: drafts.map(({ file, line }) => `${file}:${line}`).sort(),
    empty,
    unread: scene.tree.unread().map(({ path }) => path),
  };
}

/** The rules of a file mostly share their clean tree, so its files are parsed once for all of them. */
const scenes = new WeakMap<Texts, Scene>();

function sceneFor(texts: Texts, rules: RuleSet): Scene {
  const scene = scenes.get(texts) ?? sceneOf(memoryTree(texts, rules.scope), rules.rules);
  scenes.set(texts, scene);
  return scene;
}
