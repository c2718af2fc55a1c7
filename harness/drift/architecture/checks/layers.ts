import { isIn, targetName } from '../imports/graph.ts';
import type { Target } from '../imports/import.ts';
import type { Layer, LayersCheck } from '../rules/rule.ts';
import { type PathSet, pathSet } from '../tree/path-set.ts';
import { type Check, emptyGlobs, stretch } from './check.ts';
import { codePaths } from './code-paths.ts';

/** A layer imports itself and the layers before it in `order`, never one that comes later. */
export const checkLayers: Check<LayersCheck> = ({ order }, { tree, graph }) => {
  const sets = order.map(({ paths }) => pathSet(paths));
  const drafts = graph().imports.flatMap((each) => {
    const own = sets.findIndex((set) => set.has(each.file.path));
    const other = layerOfTarget(sets, each.target);
    if (own < 0 || other <= own) return [];
    const [lower, upper] = [order[own]?.name ?? '', order[other]?.name ?? ''];
    return [
      {
        ...stretch(each.file, each.start, each.end, each.statement),
        value: targetName(each.target),
        message: `Layer ${lower} must not import ${targetName(each.target)} of layer ${upper}, which stands above it.`,
      },
    ];
  });
  const paths = codePaths(tree);
  const empty = order.flatMap((layer, index) => emptyLayer(layer, sets[index], paths));
  return { drafts, empty };
};

function layerOfTarget(sets: readonly PathSet[], target: Target): number {
  return sets.findIndex((set) => isIn(set, target));
}

function emptyLayer(layer: Layer, set: PathSet | undefined, paths: readonly string[]): readonly string[] {
  return emptyGlobs(`layer ${layer.name}`, set?.unmatched(paths) ?? []);
}
