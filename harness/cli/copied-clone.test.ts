import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { assayIn, copyClone, temporaryFolder } from './test-support/clone.ts';

const ONE_CASE = ['run', 'corpus', '-g', 'v03-text@strict', '--json'];
const SENDS = 'compose/platform/a2a/normalise.ts';
const CACHES = 'node_modules/.cache/assay';

let folder: ReturnType<typeof temporaryFolder>;
let home: string;
/** Uses it, so that all caches of a clone are there. */
beforeAll(async () => {
  folder = temporaryFolder();
  home = join(folder.path, 'home');
  mkdirSync(home);
  copyClone(home, 'corpus', 'specs', 'compose', 'playwright.config.ts');
  expect(await verdictIn(home)).toMatchObject({ exitCode: 0, clauses: [] });
}, 120_000);
afterAll(() => folder[Symbol.dispose]());

const run = (program: string, ...args: readonly string[]) => void execFileSync(program, args);

test.each([
  ['copied with its times', (there: string) => run('cp', '-a', home, there)],
  [
    'packed and unpacked again',
    (there: string) => {
      mkdirSync(there);
      run('tar', '-C', home, '-cf', `${there}.tar`, '.');
      run('tar', '-C', there, '-xf', `${there}.tar`);
    },
  ],
  [
    'copied, and touched in every file',
    (there: string) => {
      run('cp', '-a', home, there);
      run('find', there, '-type', 'f', '-exec', 'touch', '-d', '2020-02-02 02:02:02', '{}', '+');
    },
  ],
])('a used clone that was %s judges the platform that lies in it', async (what, copy) => {
  const there = join(folder.path, what);
  copy(there);
  expect(readdirSync(join(there, CACHES))).toEqual(readdirSync(join(home, CACHES)));
  breakPlatform(there);
  expect(await verdictIn(there)).toEqual({ exitCode: 1, clauses: ['A.7'] });
  expect(await verdictIn(home)).toEqual({ exitCode: 0, clauses: [] });
});

test('a clone that took the place of another one judges the platform that lies in it', async () => {
  const [away, mended] = [join(folder.path, 'away'), join(folder.path, 'mended')];
  run('cp', '-a', home, mended);
  run('mv', home, away);
  run('mv', mended, home);
  breakPlatform(home);
  expect(await verdictIn(home)).toEqual({ exitCode: 1, clauses: ['A.7'] });
  run('rm', '-rf', home);
  run('mv', away, home);
  expect(await verdictIn(home)).toEqual({ exitCode: 0, clauses: [] });
});

/** What it came to, with the clauses that are broken. */
async function verdictIn(root: string) {
  const { exitCode, stdout, stderr } = await assayIn(root, ONE_CASE);
  expect(stdout, stderr).not.toBe('');
  const { cases } = JSON.parse(stdout);
  const findings: readonly { readonly clause: string }[] = cases[0].findings;
  return { exitCode, clauses: findings.map(({ clause }) => clause) };
}

/** Edits one line, and leaves the file as long and as old as it was. */
function breakPlatform(root: string): void {
  const file = join(root, SENDS);
  const { atime, mtime, size } = statSync(file);
  const broken = readFileSync(file, 'utf8').replace(
    'jsonText(payload)',
    () => `jsonText(payload).replace('"text":"', '$&+')`,
  );
  const padding = /sorted keys, compact, HTML-safe \(A\.4\)/;
  const surplus = Buffer.byteLength(broken) - size;
  expect(surplus).toBeGreaterThan(0);
  writeFileSync(
    file,
    broken.replace(padding, (words) => words.slice(surplus)),
  );
  utimesSync(file, atime, mtime);
  expect(statSync(file).size).toBe(size);
  expect(Math.abs(statSync(file).mtimeMs - mtime.getTime())).toBeLessThan(1);
}
