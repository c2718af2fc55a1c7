import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Broken, TreeGround } from '../faults/fault.ts';
import type { CaseResult } from '../report/event.ts';
import { inProject } from '../support/paths.ts';

/** Trees that are worth nothing: what every file of ours becomes in them, or nothing at all. */
const TREES: Readonly<Record<string, Buffer | undefined>> = {
  'empty-tree': undefined,
  'garbage-tree': Buffer.from(')]}> this is ;; no ((( language %% at all {{{\n'.repeat(5)),
  'unreadable-tree': Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0x00, 0x80]),
};

const FOLDERS = ['harness/support', 'compose/platform', 'scripts/engine'];

/** The broken subjects of a static suite; `judge` holds its cases against the tree in a folder. */
export function worthlessTrees(
  suite: string,
  judge: (folder: string) => Promise<readonly CaseResult[]>,
): readonly Broken[] {
  const ground: TreeGround = {
    name: `worthless trees for ${suite}`,
    sources: FOLDERS,
    prepare: async () => undefined,
    judge,
  };
  return Object.entries(TREES).map(([kind, content]) => ({
    id: `${kind}-for-${suite}`,
    title: `nothing but ${kind.replace('-tree', '')} files`,
    plant: {
      kind: 'tree',
      ground,
      edit: async (folder) => {
        const hits = content ? await fill(folder, content) : 1;
        return { hits, undo: () => empty(folder) };
      },
    },
  }));
}

async function fill(folder: string, content: Buffer): Promise<number> {
  let files = 0;
  for (const top of FOLDERS) {
    for (const name of await readdir(inProject(top), { recursive: true })) {
      if (!/\.(ts|sql)$/.test(name)) continue;
      const file = join(folder, top, name);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
      files += 1;
    }
  }
  return files;
}

async function empty(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true });
}
