import { applyEdits } from '../../faults/edits.ts';
import type { Fault, Neutral } from '../../faults/fault.ts';
import { judgeAll } from '../judge-all.ts';
import type { SuiteProof } from '../suite.ts';
import { worthlessTrees } from '../worthless-trees.ts';
import { architectureSuite } from './architecture-suite.ts';
import { ARCHITECTURE_DRIFTS } from './drifts/catalogue.ts';
import type { ArchitectureDrift } from './drifts/drift.ts';
import { casePrefix, GROUNDS } from './grounds.ts';
import { packPath } from './packs.ts';

/** Each drift must be found at its line and alone; its clean twin, the same kind of change without the fault, by nobody. */
export function proof(): SuiteProof {
  return {
    faults: ARCHITECTURE_DRIFTS.map(asFault),
    neutral: ARCHITECTURE_DRIFTS.map(asNeutral),
    broken: worthlessTrees('architecture', (root) =>
      judgeAll(architectureSuite(packPath('assay'), { root })),
    ),
  };
}

function asFault({ id, title, pack, rule, plant, at }: ArchitectureDrift): Fault {
  const prefix = casePrefix(pack);
  return {
    ...{ id, title },
    plant: { kind: 'tree', ground: GROUNDS[pack], edit: (folder) => applyEdits(folder, plant, at) },
    kills: [{ cases: [`${prefix}${rule}`], reason: ANY_WORDS, rule, at: 'plant' }],
  };
}

function asNeutral({ id, title, pack, twin }: ArchitectureDrift): Neutral {
  return {
    id: `twin-of-${id}`,
    title: `nearly, but not: ${title}`,
    plant: { kind: 'tree', ground: GROUNDS[pack], edit: (folder) => applyEdits(folder, twin) },
  };
}

/** Rule and place say what was found; the words are the checker's own. */
const ANY_WORDS = /./;
