import { cp } from 'node:fs/promises';
import { join, relative } from 'node:path';
import {
  allConstructs,
  type Construct,
  copyTree,
  createMemory,
  ENUM_FIXTURES,
  placeOfConstruct,
} from '../../drift/index.ts';
import { applyEdits } from '../../faults/edits.ts';
import type { Fault, TreeGround } from '../../faults/fault.ts';
import { inProject, projectRoot } from '../../support/paths.ts';
import { judgeAll } from '../judge-all.ts';
import type { SuiteProof } from '../suite.ts';
import { worthlessTrees } from '../worthless-trees.ts';
import { enumSuite } from './enum-suite.ts';
import { OWN_FAULTS, OWN_VARIANTS } from './own-faults.ts';
import { SETTINGS } from './settings.ts';

/** Each construct of the fixtures planted into the clean tree, and changes of a copy of our own platform. */
export function proof(): SuiteProof {
  const constructs = allConstructs();
  const fixtures = fixturesWith(constructs);
  return {
    faults: [
      ...constructs.map((construct) => constructFault(construct, fixtures)),
      ...OWN_FAULTS.map(
        ({ id, title, edits, at }): Fault => ({
          ...{ id, title },
          plant: { kind: 'tree', ground: OWN_PLATFORM, edit: (folder) => applyEdits(folder, edits, at) },
          kills: [{ cases: ['reference-platform'], reason: ANY_WORDS, rule: 'enum/undeclared', at: 'plant' }],
        }),
      ),
    ],
    neutral: OWN_VARIANTS.map(({ id, title, edits }) => ({
      ...{ id, title },
      plant: { kind: 'tree', ground: OWN_PLATFORM, edit: (folder) => applyEdits(folder, edits) },
    })),
    broken: worthlessTrees('enums', (root) =>
      judgeAll(enumSuite(SETTINGS, { root: join(root, 'compose/platform') })),
    ),
  };
}

/** Rule and place say what was found; the words are the checker's own. */
const ANY_WORDS = /./;

const OWN_PLATFORM: TreeGround = {
  name: 'copy of our platform',
  sources: ['compose/platform', relative(projectRoot, SETTINGS)],
  prepare: (folder) => cp(inProject('compose/platform'), folder, { recursive: true }),
  judge: (folder) => judgeAll(enumSuite(SETTINGS, { root: folder })),
};

/** The clean tree, with the clean twin of every construct in it. */
function fixturesWith(constructs: readonly Construct[]): TreeGround {
  const memory = createMemory();
  return {
    name: 'clean tree of enum constructs',
    sources: [relative(projectRoot, ENUM_FIXTURES)],
    prepare: async (folder) => {
      using copy = copyTree('clean', constructs);
      await cp(copy.root, folder, { recursive: true });
    },
    judge: (folder) => judgeAll(enumSuite(join(folder, 'enum.yaml'), { memory })),
  };
}

function constructFault(construct: Construct, ground: TreeGround): Fault {
  const { id, construct: title, file, find, plant: put, rule = 'enum/undeclared' } = construct;
  return {
    ...{ id, title },
    plant: {
      kind: 'tree',
      ground,
      edit: async (folder) => {
        const place = placeOfConstruct(folder, construct);
        return { ...(await applyEdits(folder, [{ file, find, put }])), place };
      },
    },
    kills: [{ cases: ['clean'], reason: ANY_WORDS, rule, at: 'plant' }],
  };
}
