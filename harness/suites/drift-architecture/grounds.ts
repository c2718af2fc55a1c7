import { cp } from 'node:fs/promises';
import { relative } from 'node:path';
import { loadRules, type RuleSet } from '../../drift/index.ts';
import type { TreeGround } from '../../faults/fault.ts';
import { inProject, projectRoot } from '../../support/paths.ts';
import { judgeAll } from '../judge-all.ts';
import { architectureSuite } from './architecture-suite.ts';
import { PACKS, type PackName, packPath } from './packs.ts';

const TREES: Readonly<Record<PackName, string>> = {
  'workspace-server': 'platform',
  'workspace-runtime': 'runtime',
  canvas: 'canvas',
  assay: 'own',
};

/** All of them, for the rules of a pack are proven on others than its own before they are used. */
const FIXTURES = 'specs/drift/fixtures/architecture';

/** The clean tree of each shipped pack; the cases on that of our own pack are the cases of the suite. */
export const GROUNDS = Object.fromEntries(PACKS.map((pack) => [pack, groundOf(pack)])) as Readonly<
  Record<PackName, TreeGround>
>;

function groundOf(pack: PackName): TreeGround {
  let loaded: RuleSet | undefined;
  const rules = () => {
    loaded ??= loadRules(packPath(pack));
    return loaded;
  };
  const other = pack === 'assay' ? {} : { pack };
  return {
    name: `clean tree of the pack ${pack}`,
    sources: [FIXTURES, relative(projectRoot, packPath(pack))],
    prepare: (folder) => cp(inProject(`${FIXTURES}/${TREES[pack]}`), folder, { recursive: true }),
    judge: (folder) => judgeAll(architectureSuite(packPath(pack), { root: folder, rules, ...other })),
  };
}
