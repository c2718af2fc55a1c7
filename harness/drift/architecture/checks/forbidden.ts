import { placeText } from '../../support/finding.ts';
import { isIn, shortestChain, targetName } from '../imports/graph.ts';
import type { Import, Target } from '../imports/import.ts';
import type { ForbiddenCheck } from '../rules/rule.ts';
import { pathSet } from '../tree/path-set.ts';
import { type Check, type Draft, emptyGlobs, stretch } from './check.ts';
import { codePaths } from './code-paths.ts';

/** Files of `from` must not import what `to` and `modules` name, nor reach it through others when `transitive`. */
export const checkForbidden: Check<ForbiddenCheck> = (settings, scene) => {
  const from = pathSet(settings.from);
  const to = pathSet(settings.to);
  const paths = codePaths(scene.tree);
  const graph = scene.graph();
  const wanted = (target: Target): boolean =>
    target.kind === 'outside' ? settings.modules.some(isModule(target.module)) : isIn(to, target);
  const drafts = graph.imports
    .filter(({ file }) => from.has(file.path))
    .flatMap((each) => {
      if (wanted(each.target)) return [draftOf([each])];
      if (!settings.transitive || isIn(from, each.target)) return [];
      const chain = shortestChain(graph, each, wanted);
      return chain ? [draftOf(chain)] : [];
    });
  const empty = [...emptyGlobs('from', from.unmatched(paths)), ...emptyGlobs('to', to.unmatched(paths))];
  return { drafts, empty };
};

/** Accepts the module itself and everything below it. */
function isModule(module: string): (name: string) => boolean {
  return (name) => module === name || module.startsWith(`${name}/`) || module === `node:${name}`;
}

function draftOf(chain: readonly Import[]): Draft {
  const [first, ...through] = chain;
  const last = chain[chain.length - 1];
  if (!first || !last) throw new TypeError('a chain of imports has at least one');
  const value = targetName(last.target);
  const message =
    through.length === 0
      ? `${first.file.path} must not import ${value}.`
      : `${first.file.path} must not reach ${value}; it does through ${chain
          .slice(0, -1)
          .map(({ target }) => targetName(target))
          .join(' → ')}.`;
  const related = through.map(placeOf);
  return {
    ...stretch(first.file, first.start, first.end, first.statement),
    value,
    message: related.length > 0 ? `${message} (${related.map(placeText).join(', ')})` : message,
    ...(related.length > 0 && { related }),
  };
}

function placeOf({ file, start }: Import): { file: string; line: number; column: number } {
  return { file: file.path, ...file.positionAt(start) };
}
