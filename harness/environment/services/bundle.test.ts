import { execFileSync } from 'node:child_process';
import { mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Scope } from '../../support/scope.ts';
import { bundleEntry } from './bundle.ts';

test('a bundle runs, finds npm packages, and changes when any of its sources does', async () => {
  await using scope = new Scope();
  const { entry, helper } = program(scope);
  const first = await bundleEntry(entry);
  expect(outputOf(first.file)).toBe('one function\n');
  write(helper, `export const word: string = 'two';`);
  const second = await bundleEntry(entry);
  expect(outputOf(second.file)).toBe('two function\n');
  expect(second.digest).not.toBe(first.digest);
});

test('an unchanged program keeps its bundle and its digest', async () => {
  await using scope = new Scope();
  const { entry } = program(scope);
  expect(await bundleEntry(entry)).toEqual(await bundleEntry(entry));
});

test('several at once get the same bundle', async () => {
  await using scope = new Scope();
  const { entry } = program(scope);
  const bundles = await Promise.all([bundleEntry(entry), bundleEntry(entry), bundleEntry(entry)]);
  expect(new Set(bundles.map(({ file }) => file)).size).toBe(1);
});

function program(scope: Scope) {
  const directory = mkdtempSync(join(tmpdir(), 'assay-bundle-'));
  scope.defer(() => rm(directory, { recursive: true, force: true }));
  const [entry, helper] = [join(directory, 'main.ts'), join(directory, 'helper.ts')];
  write(helper, `export const word: string = 'one';`);
  write(
    entry,
    `import pino from 'pino'; import { word } from './helper.ts'; console.log(word, typeof pino);`,
  );
  return { entry, helper };
}

/** Older than now, as sources are that nobody is writing at this moment. */
function write(file: string, text: string): void {
  writeFileSync(file, text);
  utimesSync(file, new Date(1_000_000), new Date(1_000_000));
}

function outputOf(file: string): string {
  return execFileSync(process.execPath, [file], { encoding: 'utf8' });
}
