import { cp } from 'node:fs/promises';
import { relative } from 'node:path';
import type { Revision } from '../../corpus/entry.ts';
import { loadRules, type RuleSet } from '../../drift/index.ts';
import { applyEdits, type Edit } from '../../faults/edits.ts';
import type { TreeGround } from '../../faults/fault.ts';
import { inProject, projectRoot } from '../../support/paths.ts';
import { judgeAll } from '../judge-all.ts';
import { architectureSuite } from './architecture-suite.ts';
import { type PackName, packPath } from './packs.ts';

/** A clean tree: a fixture, what of it is different, and the revision that it is of. */
interface Clean {
  readonly pack: PackName;
  readonly tree: string;
  readonly revision?: Revision;
  readonly edits?: readonly Edit[];
}

/** A server as it was before its events had a file of their own, and while it gave out test tokens. */
const OLDER = [
  { file: 'internal/events/types.go', remove: true },
  { file: 'internal/events/event.go', text: 'package events\n\ntype EventType = string\n' },
  { file: 'internal/handlers/admin_test_token.go', text: 'package handlers\n' },
] as const;

const TREES = {
  'workspace-server': { pack: 'workspace-server', tree: 'platform' },
  'workspace-server at R1': { pack: 'workspace-server', tree: 'platform', revision: 'R1', edits: OLDER },
  'workspace-server of 2026-05-16': {
    ...{ pack: 'workspace-server', tree: 'platform' },
    ...{ revision: '2026-05-16', edits: OLDER },
  },
  'workspace-runtime': { pack: 'workspace-runtime', tree: 'runtime' },
  canvas: { pack: 'canvas', tree: 'canvas' },
  assay: { pack: 'assay', tree: 'own' },
} as const satisfies Readonly<Record<string, Clean>>;

export type GroundName = keyof typeof TREES;

/** All of them, for the rules of a pack are proven on others than its own before they are used. */
const FIXTURES = 'specs/drift/fixtures/architecture';

/** The clean trees of the shipped packs; the cases on that of our own pack are the cases of the suite. */
export const GROUNDS = Object.fromEntries(
  Object.entries(TREES).map(([name, clean]) => [name, groundOf(name, clean)]),
) as Readonly<Record<GroundName, TreeGround>>;

/** How the cases of a clean tree are told from those of our own. */
export function casePrefix(name: GroundName): string {
  const { pack } = TREES[name];
  return pack === 'assay' ? '' : `${pack}:`;
}

function groundOf(name: string, { pack, tree, revision, edits = [] }: Clean): TreeGround {
  let loaded: RuleSet | undefined;
  const rules = () => {
    loaded ??= loadRules(packPath(pack));
    return loaded;
  };
  const other = { rules, ...(pack !== 'assay' && { pack }), ...(revision && { revision }) };
  return {
    name: `clean tree of the pack ${name}`,
    sources: [FIXTURES, relative(projectRoot, packPath(pack))],
    prepare: async (folder) => {
      await cp(inProject(`${FIXTURES}/${tree}`), folder, { recursive: true });
      await applyEdits(folder, edits);
    },
    judge: (folder) => judgeAll(architectureSuite(packPath(pack), { root: folder, ...other })),
  };
}
