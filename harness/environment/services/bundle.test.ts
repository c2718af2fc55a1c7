import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Scope } from '../../support/scope.ts';
import { bundleEntry, pinBundles } from './bundle.ts';

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

test('a package that was patched is bundled anew, though it is as long and as old as it was', async () => {
  await using scope = new Scope();
  const { directory, entry } = program(scope);
  const packaged = join(directory, 'node_modules/told/index.js');
  mkdirSync(join(packaged, '..'), { recursive: true });
  write(packaged, `module.exports = 'sound';`);
  write(entry, `import told from 'told'; console.log(told);`);
  const first = await bundleEntry(entry, 'inside');
  expect(outputOf(first.file)).toBe('sound\n');
  expect(await bundleEntry(entry, 'inside')).toEqual(first);
  write(packaged, `module.exports = 'wrong';`);
  expect(outputOf((await bundleEntry(entry, 'inside')).file)).toBe('wrong\n');
});

test('several at once get the same bundle', async () => {
  await using scope = new Scope();
  const { entry } = program(scope);
  const bundles = await Promise.all([bundleEntry(entry), bundleEntry(entry), bundleEntry(entry)]);
  expect(new Set(bundles.map(({ file }) => file)).size).toBe(1);
});

test('a bundle with its packages inside runs where none are installed', async () => {
  await using scope = new Scope();
  const { directory, entry } = program(scope);
  const { file, packages } = await bundleEntry(entry, 'inside');
  copyFileSync(file, join(directory, 'alone.mjs'));
  expect(outputOf(join(directory, 'alone.mjs'))).toBe('one function\n');
  expect(packages).toEqual([]);
  expect((await bundleEntry(entry)).packages).toEqual(['pino']);
});

test('while bundles are pinned an edit is not seen, and afterwards it is', async () => {
  await using scope = new Scope();
  const { entry, helper } = program(scope);
  const first = await bundleEntry(entry);
  {
    using _pinned = pinBundles();
    expect(await bundleEntry(entry)).toEqual(first);
    write(helper, `export const word: string = 'two';`);
    expect(await bundleEntry(entry)).toEqual(first);
  }
  expect(outputOf((await bundleEntry(entry)).file)).toBe('two function\n');
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
  return { directory, entry, helper };
}

/** Older than now, as sources are that nobody is writing at this moment. */
function write(file: string, text: string): void {
  writeFileSync(file, text);
  utimesSync(file, new Date(1_000_000), new Date(1_000_000));
}

function outputOf(file: string): string {
  return execFileSync(process.execPath, [file], { encoding: 'utf8' });
}
