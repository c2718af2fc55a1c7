import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { HarnessError } from '../../../support/errors.ts';
import { inProject } from '../../../support/paths.ts';
import type { ArchitectureDrift, Edit, ExpectedFinding, PackName } from './drift.ts';

const TREES: Readonly<Record<PackName, string>> = {
  'workspace-server': 'platform',
  'workspace-runtime': 'runtime',
  canvas: 'canvas',
  assay: 'own',
};

/** Path of a shipped rule pack. */
export function packPath(pack: PackName): string {
  return inProject(`specs/drift/packs/${pack}.yaml`);
}

/** The clean tree that the drifts of a pack are planted into. */
export function cleanTree(pack: PackName): string {
  return inProject(`specs/drift/fixtures/architecture/${TREES[pack]}`);
}

/** Copies the clean tree of a pack into an empty folder. */
export async function copyCleanTree(pack: PackName, folder: string): Promise<void> {
  await cp(cleanTree(pack), folder, { recursive: true });
}

/** Plants a drift into the copy that lies in `folder`, and says where it must be found. */
export async function plantDrift(drift: ArchitectureDrift, folder: string): Promise<ExpectedFinding> {
  for (const edit of drift.plant) await apply(edit, folder);
  const lines = (await readFile(join(folder, drift.at.file), 'utf8')).split('\n');
  const index = lines.findIndex((line) => line.includes(drift.at.text));
  if (index < 0) throw misplanted(drift.id, drift.at.file, drift.at.text);
  return { rule: drift.rule, file: drift.at.file, line: index + 1 };
}

/** Plants the clean twin of a drift: the same kind of change, without the fault. */
export async function plantTwin(drift: ArchitectureDrift, folder: string): Promise<void> {
  for (const edit of drift.twin) await apply(edit, folder);
}

/** Puts every file that a drift or its twin touches back to what the clean tree holds. */
export async function restoreTree(drift: ArchitectureDrift, folder: string): Promise<void> {
  for (const { file } of [...drift.plant, ...drift.twin]) {
    await rm(join(folder, file), { force: true });
    await cp(join(cleanTree(drift.pack), file), join(folder, file), { force: true }).catch(ignoreMissing);
  }
}

async function apply(edit: Edit, folder: string): Promise<void> {
  const path = join(folder, edit.file);
  if ('remove' in edit) return rm(path);
  if ('text' in edit) {
    await mkdir(dirname(path), { recursive: true });
    return writeFile(path, edit.text);
  }
  const before = await readFile(path, 'utf8');
  if (before.split(edit.find).length !== 2) throw misplanted('edit', edit.file, edit.find);
  return writeFile(
    path,
    before.replace(edit.find, () => edit.put),
  );
}

function misplanted(id: string, file: string, text: string): HarnessError {
  return new HarnessError({
    code: 'DRIFT_MISPLANTED',
    message: `The drift ${id} cannot be planted: ${file} does not hold ‘${text}’ exactly once.`,
    fix: 'Bring the drift and the clean tree under specs/drift/fixtures/architecture together again.',
  });
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
}
