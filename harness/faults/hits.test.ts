import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { WorldDescription } from '../environment/index.ts';
import { Scope } from '../support/scope.ts';
import { countHits } from './hits.ts';
import { hitLine } from './plant.ts';

test("a hit of one fault is never another's", async () => {
  await using scope = new Scope();
  const folder = await mkdtemp(join(tmpdir(), 'assay-hits-'));
  scope.defer(() => rm(folder, { recursive: true }));
  const logs = [['M10', 'M108', 'M10'], ['M10'], []].map((ids, at) => ({ ids, file: join(folder, `${at}`) }));
  for (const { ids, file } of logs) await writeFile(file, ids.map((id) => `${hitLine(id)}\n`).join(''));
  const services = logs.map(({ file }) => ({ logFile: file }));
  const world = { services, mode: 'process' } as unknown as WorldDescription;
  expect(await Promise.all(['M10', 'M108', 'M1', 'M'].map((id) => countHits(world, id)))).toEqual([
    3, 1, 0, 0,
  ]);
});
