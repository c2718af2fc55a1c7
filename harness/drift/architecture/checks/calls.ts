import type { SourceFile } from '../../support/source-file.ts';
import { type SyntaxNode, spanOf } from '../../support/syntax.ts';
import { findUnresolved } from '../origin/find-origin.ts';
import { alwaysBefore } from '../patterns/dominance.ts';
import { findPatterns } from '../patterns/find.ts';
import { contains, enclosingFunctions, functionName, ownerName, sameSpan } from '../patterns/functions.ts';
import { isOrigin, type Pattern, patternText } from '../rules/pattern.ts';
import type { CallsCheck } from '../rules/rule.ts';
import { pathSet } from '../tree/path-set.ts';
import { type Check, type Draft, emptyGlobs, nodePlace, type Scene, type Unresolved } from './check.ts';
import { codePaths } from './code-paths.ts';
import { callsIn, lender } from './lent.ts';

/** A place that the rule is about, with the functions around it. */
interface Site {
  readonly node: SyntaxNode;
  readonly chain: readonly SyntaxNode[];
}

/** Every function that contains `when` must do what the rule demands; one finding for each that does not. */
export const checkCalls: Check<CallsCheck> = (settings, scene) => {
  const set = pathSet(settings.files);
  const lends = lender(scene.tree, settings);
  const unresolved: Unresolved[] = [];
  let sites = 0;
  const drafts = scene.tree.code
    .filter(({ path }) => set.has(path))
    .flatMap((file) => {
      const found = outermost(findPatterns(scene.tree, file, settings.when));
      const unknown = settings.when
        .filter(isOrigin)
        .flatMap((each) => findUnresolved(scene.tree, file, each));
      sites += found.length;
      if (found.length === 0 && unknown.length === 0) return [];
      const isBroken = brokenBy(settings, scene, file, lends);
      unresolved.push(
        ...unknown
          .map(siteOf)
          .filter(isBroken)
          .map(({ node }) => nodePlace(file, node)),
      );
      return perFunction(found.map(siteOf).filter(isBroken)).map((group) => draftOf(file, group, settings));
    });
  const nothing = sites === 0 ? [`when: nothing matches ${patternsText(settings.when)}`] : [];
  const empty = [...emptyGlobs('files', set.unmatched(codePaths(scene.tree))), ...nothing];
  return { drafts, empty, ...(unresolved.length > 0 && { unresolved }) };
};

function siteOf(node: SyntaxNode): Site {
  return { node, chain: enclosingFunctions(node) };
}

/** A call and the callee within it may both match; the larger one stands for both. */
function outermost(nodes: readonly SyntaxNode[]): readonly SyntaxNode[] {
  return nodes.filter(
    (node, index) =>
      !nodes.some(
        (other, at) =>
          at !== index &&
          contains(other, node) &&
          (!sameSpan(other, node) || at < index) &&
          isCallee(other, node),
      ),
  );
}

function isCallee(outer: SyntaxNode, inner: SyntaxNode): boolean {
  return spanOf(outer).start === spanOf(inner).start;
}

function brokenBy(
  settings: CallsCheck,
  { tree }: Scene,
  file: SourceFile,
  lends: ReturnType<typeof lender>,
): (site: Site) => boolean {
  const find = (patterns: readonly Pattern[] | undefined) =>
    patterns ? findPatterns(tree, file, patterns, 'calls') : [];
  if (settings.also) {
    const others = find(settings.also);
    return (site) =>
      !others.some((other) => runsWith(site, other)) &&
      !callsIn(file, reach(site)).some((call) => runsWith(site, call) && lends(file, call));
  }
  if (settings.precededBy) {
    const others = find(settings.precededBy);
    return (site) => !others.some((other) => runsWith(site, other) && alwaysBefore(other, site.node));
  }
  if (settings.onlyIn) {
    const names = settings.onlyIn;
    return ({ chain }) =>
      !names.includes(functionName(chain)) && !names.includes(`${ownerName(chain)}.${functionName(chain)}`);
  }
  const around = find(settings.inside ?? settings.notInside);
  const isInside = ({ node }: Site): boolean =>
    around.some((each) => contains(each, node) && !sameSpan(each, node));
  return settings.inside ? (site) => !isInside(site) : isInside;
}

/** True when `other` belongs to the function of the site, or to the own code of a function around it. */
function runsWith({ chain }: Site, other: SyntaxNode): boolean {
  const [own, ...around] = chain;
  if (own && around.length > 0 && contains(own, other)) return true;
  const [home] = enclosingFunctions(other);
  return home !== undefined && [...around, own].some((each) => each !== undefined && sameSpan(each, home));
}

/** The outermost function around a site: what runs with it lies there. */
function reach({ node, chain }: Site): SyntaxNode {
  return chain[Math.max(0, chain.length - 2)] ?? node;
}

function perFunction(sites: readonly Site[]): readonly (readonly Site[])[] {
  const groups: Site[][] = [];
  for (const site of sites) {
    const group = groups.find(([first]) => {
      const [a, b] = [first?.chain[0], site.chain[0]];
      return a !== undefined && b !== undefined && sameSpan(a, b);
    });
    if (group) group.push(site);
    else groups.push([site]);
  }
  return groups;
}

function draftOf(file: SourceFile, group: readonly Site[], settings: CallsCheck): Draft {
  const [first, ...others] = group;
  if (!first) throw new TypeError('a group of sites has at least one');
  const name = functionName(first.chain);
  const place = nodePlace(file, first.node);
  const related = others.map(({ node }) => ({ file: file.path, ...file.positionAt(spanOf(node).start) }));
  return {
    ...place,
    value: name,
    message: `${name} contains ‘${place.statement}’ ${demandText(settings)}.`,
    ...(related.length > 0 && { related }),
  };
}

function demandText(settings: CallsCheck): string {
  if (settings.also) return `and does not call ${patternsText(settings.also)}`;
  if (settings.precededBy) return `without ${patternsText(settings.precededBy)} on every way to it`;
  if (settings.inside) return `outside of ${patternsText(settings.inside)}`;
  if (settings.onlyIn) return `which only ${settings.onlyIn.join(', ')} may`;
  return `inside of ${patternsText(settings.notInside ?? [])}`;
}

function patternsText(patterns: readonly Pattern[]): string {
  return patterns.map((pattern) => `‘${patternText(pattern)}’`).join(' or ');
}
