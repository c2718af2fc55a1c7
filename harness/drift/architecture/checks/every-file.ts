import type { EveryFileCheck, Layer } from '../rules/rule.ts';
import { pathSet } from '../tree/path-set.ts';
import { type Check, emptyGlobs, type Scene } from './check.ts';
import { codePaths } from './code-paths.ts';

/** Every file has exactly one layer of the named `layers` rules, or stands apart on purpose. */
export const checkEveryFile: Check<EveryFileCheck> = (settings, scene) => {
  const files = pathSet(settings.files);
  const apart = pathSet(settings.apart);
  const layers = layersOf(settings.layersOf, scene).map(({ name, paths }) => ({ name, set: pathSet(paths) }));
  const paths = codePaths(scene.tree);
  const drafts = paths
    .filter((path) => files.has(path) && !apart.has(path))
    .flatMap((path) => {
      const own = layers.filter(({ set }) => set.has(path)).map(({ name }) => name);
      if (own.length === 1) return [];
      const message =
        own.length === 0
          ? `${path} belongs to no layer.`
          : `${path} belongs to ${own.length} layers: ${own.join(', ')}.`;
      return [{ file: path, line: 1, column: 1, statement: path, value: path, message }];
    });
  const empty = [
    ...emptyGlobs('files', files.unmatched(paths)),
    ...emptyGlobs('apart', apart.unmatched(paths)),
  ];
  return { drafts, empty };
};

function layersOf(ids: readonly string[], { rules }: Scene): readonly Layer[] {
  return rules
    .filter(({ id }) => ids.includes(id))
    .flatMap(({ check }) => (check.kind === 'layers' ? check.settings.order : []));
}
