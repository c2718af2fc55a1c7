import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assayJson, best, print, runAssay, show } from './drift-cost.ts';
import {
  judgePlants,
  type Plant,
  type PlantedReport,
  type PlantedTree,
  writePlanted,
} from './drift-planted.ts';
import { PGX_TREE } from './drift-planted-go.ts';
import { PRISMA_TREE } from './drift-planted-ts.ts';

/** Reads the trees of people, clean and with drifts planted; the process ends with 1 where one is misjudged. */
export async function measurePlanted(files: number, rounds: number): Promise<void> {
  for (const tree of [PGX_TREE, PRISMA_TREE]) {
    print(`${tree.name}: ${files} files`);
    const cost = await withTree(tree, files, false, (command) => best(rounds, () => runAssay(command)));
    show('assay drift enum, clean', cost);
    const isRight = await withTree(tree, files, true, async (command, plants) => {
      const report = assayJson(command) as PlantedReport;
      return tellPlants(plants, report);
    });
    if (cost.exitCode !== 0 || !isRight) process.exitCode = 1;
  }
}

async function withTree<T>(
  tree: PlantedTree,
  files: number,
  isPlanted: boolean,
  work: (command: readonly string[], plants: readonly Plant[]) => Promise<T>,
): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'assay-bench-drift-'));
  try {
    const plants = writePlanted(root, tree, files, isPlanted);
    return await work(['drift', 'enum', '--config', `${root}/enum.yaml`], plants);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Says how each drift was taken; true when none is missed and nothing else is found. */
function tellPlants(plants: readonly Plant[], report: PlantedReport): boolean {
  const { found, counted, missed, falseAlarms } = judgePlants(plants, report);
  print(
    `  ${plants.length} drifts planted: ${found.length} found, ${counted.length} counted as unresolved, ${missed.length} missed; ${falseAlarms.length} false`,
  );
  for (const { form, file, line } of counted) print(`    counted: ${form} (${file}:${line})`);
  for (const { form, file, line } of missed) print(`    missed: ${form} (${file}:${line})`);
  for (const { file, line, value } of falseAlarms) print(`    false: ${value} at ${file}:${line}`);
  return missed.length + falseAlarms.length === 0;
}
