import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLedger } from '../environment/registry/ledger.ts';
import { placesOf } from '../environment/registry/places.ts';
import { readWorldFile, writeWorldFile } from '../environment/registry/world-file.ts';
import { projectRoot } from '../support/paths.ts';
import { assayIn, temporaryFolder } from './test-support/clone.ts';

test('worlds of other clones are marked as theirs, and never stopped with our own', async () => {
  using folder = temporaryFolder();
  const registry = join(folder.path, `assay-${process.getuid?.() ?? 0}`);
  mkdirSync(registry);
  const ours = openLedger(placesOf(registry), true);
  const theirs = openLedger(placesOf(registry), true);
  const file = readWorldFile(theirs.directory);
  if (file.kind !== 'known') throw new Error('nothing to test with');
  writeWorldFile(theirs.directory, { ...file.record, clone: '/another/clone' });
  const assay = (...args: readonly string[]) => assayIn(projectRoot, args, { TMPDIR: folder.path });

  const few = await assay('ps');
  expect(few.stdout).toContain(ours.id);
  expect(few.stdout).not.toContain(theirs.id);
  expect(few.stdout).toContain('1 of other clones: npx assay ps --all');
  expect((await assay('ps', '--all')).stdout).toMatch(
    new RegExp(`^${theirs.id} .* booted by /another/clone$`, 'm'),
  );

  expect((await assay('down', '--all')).stdout).toBe(`stopped ${ours.id}`);
  expect((await assay('ps')).stdout).toContain('No world runs.');
  expect((await assay('down', theirs.id)).stdout).toBe(`stopped ${theirs.id}`);
});
