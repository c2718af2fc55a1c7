import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ARCHITECTURE_DRIFTS,
  type ArchitectureDrift,
  copyCleanTree,
  diskTree,
  judgeTree,
  loadRules,
  type PackName,
  packPath,
  plantDrift,
  plantTwin,
  restoreTree,
} from '../../drift/index.ts';
import type { MutantResult } from '../../faults/judge.ts';
import { fateOf, unjudged } from './fate.ts';

/** Plants every architecture drift into a copy of its clean tree; the drifts of our own pack prove our own cases. */
export async function proveArchitecture(): Promise<readonly MutantResult[]> {
  const packs = [...new Set(ARCHITECTURE_DRIFTS.map(({ pack }) => pack))];
  const results: MutantResult[] = [];
  for (const pack of packs) results.push(...(await provePack(pack)));
  return results;
}

async function provePack(pack: PackName): Promise<readonly MutantResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-drift-'));
  try {
    await copyCleanTree(pack, folder);
    const rules = loadRules(packPath(pack));
    const judge = () => judgeTree(rules, diskTree(folder, rules.scope));
    const isClean = () => judge().verdict === 'passed' && judge().findings.length === 0;
    if (!isClean()) return unjudged([], `the clean tree of ${pack} is not clean`);
    const results: MutantResult[] = [];
    for (const drift of ARCHITECTURE_DRIFTS.filter((each) => each.pack === pack)) {
      results.push(await proveDrift(drift, folder, judge));
    }
    return isClean() ? results : unjudged(results, `the tree of ${pack} stayed red after restoring it`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function proveDrift(
  drift: ArchitectureDrift,
  folder: string,
  judge: () => ReturnType<typeof judgeTree>,
): Promise<MutantResult> {
  const expected = await plantDrift(drift, folder);
  const { findings } = judge();
  await restoreTree(drift, folder);
  await plantTwin(drift, folder);
  const twin = judge().findings;
  await restoreTree(drift, folder);
  const result = fateOf(planted(drift), expected, findings);
  return twin.length === 0 ? result : { ...result, verdict: 'survived', collateral: ['its clean twin'] };
}

function planted({ id, title, pack, rule }: ArchitectureDrift) {
  const caseId = pack === 'assay' ? `drift-architecture/${rule}` : `the pack ${pack}: ${rule}`;
  return { id, title, caseId };
}
