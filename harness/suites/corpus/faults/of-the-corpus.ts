import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SHELVES } from '../../../corpus/entry.ts';
import type { Edited, Fault, TreeGround } from '../../../faults/fault.ts';

/** Faults of the corpus itself, planted in a copy of it. They are read by no service, unlike those in the folders. */
export function corpusFaults(ground: TreeGround): readonly Fault[] {
  return [
    {
      id: 'M131',
      title: 'an SDK is bumped and the corpus is not replayed',
      plant: { kind: 'tree', ground, edit: replayedAgainstOldSdk },
      kills: [
        {
          cases: ['pins'],
          clause: 'pins',
          reason: /a2a-sdk-0\.3 is .+ in package\.json; the corpus was last replayed against 0\.3\.13/,
        },
      ],
    },
    {
      id: 'M132',
      title: 'the corpus loses a whole protocol family',
      plant: { kind: 'tree', ground, edit: familyLost },
      kills: [
        {
          cases: ['coverage'],
          clause: 'coverage',
          reason: /: 0 entries of family v0\.1, at least \d+ are wanted$/,
        },
      ],
    },
    {
      id: 'M133',
      title: 'an entry comes without its provenance',
      plant: { kind: 'tree', ground, edit: sourceUnknown },
      kills: [
        {
          cases: ['provenance'],
          clause: 'provenance',
          reason: /v03-text\.yaml: source `somebody said so` is no public reference$/,
        },
      ],
    },
  ];
}

function replayedAgainstOldSdk(folder: string): Promise<Edited> {
  return rewrite(join(folder, 'pins.yaml'), /^( *a2a-sdk-0\.3:).*$/m, '$1 0.3.13');
}

function sourceUnknown(folder: string): Promise<Edited> {
  return rewrite(join(folder, 'valid/v03-text.yaml'), /^source: .*$/m, 'source: somebody said so');
}

async function familyLost(folder: string): Promise<Edited> {
  const before = new Map<string, Buffer>();
  for (const sidecar of await sidecarsOf(folder)) {
    const bytes = await readFile(sidecar);
    if (/^family: v0\.1$/m.test(bytes.toString())) before.set(sidecar, bytes);
  }
  for (const sidecar of before.keys()) await rm(sidecar);
  return edited(before);
}

async function sidecarsOf(folder: string): Promise<readonly string[]> {
  const names = await Promise.all(
    SHELVES.map(async (shelf) =>
      (await readdir(join(folder, shelf))).map((name) => join(folder, shelf, name)),
    ),
  );
  return names.flat().filter((name) => name.endsWith('.yaml'));
}

async function rewrite(file: string, from: RegExp, to: string): Promise<Edited> {
  const bytes = await readFile(file);
  const text = bytes.toString();
  const rewritten = text.replace(from, to);
  if (rewritten === text) return edited(new Map());
  await writeFile(file, rewritten);
  return edited(new Map([[file, bytes]]));
}

/** An edit that is told, and taken back, by what its files held before. */
function edited(before: ReadonlyMap<string, Buffer>): Edited {
  return {
    hits: before.size,
    async undo() {
      for (const [file, bytes] of before) await writeFile(file, bytes);
    },
  };
}
