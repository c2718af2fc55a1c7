import { execFileSync } from 'node:child_process';
import { accessSync, chmodSync, chownSync, constants, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../support/paths.ts';
import { copyClone, temporaryFolder } from './test-support/clone.ts';

/** Another user than the owner of the clone, where we may become one. */
const NOBODY: { readonly uid?: number; readonly gid?: number } =
  process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
const isReachable = NOBODY.uid === undefined || canReach(projectRoot);
const why = isReachable ? '' : ' (inconclusive: another user cannot reach the packages of this clone)';

/** A clone that nobody can write to, and a place of the user who runs it. */
function readOnlyClone() {
  const folder = temporaryFolder();
  const [root, own] = [join(folder.path, 'clone'), join(folder.path, 'own')];
  for (const path of [root, own]) mkdirSync(path);
  copyClone(root, 'corpus', 'specs', 'compose', 'playwright.config.ts');
  execFileSync('chmod', ['-R', 'a-w', root]);
  chmodSync(folder.path, 0o755);
  if (NOBODY.uid !== undefined) chownSync(own, NOBODY.uid, NOBODY.uid);
  return {
    ...{ root, own },
    assay: (cwd: string, ...args: readonly string[]) =>
      execa(process.execPath, [join(root, 'scripts/assay.mjs'), ...args], {
        ...{ ...NOBODY, cwd, reject: false, stdin: 'ignore' },
        env: { NO_COLOR: '1', TMPDIR: own, HOME: own },
      }),
    [Symbol.dispose]: () => {
      execFileSync('chmod', ['-R', 'u+w', root]);
      folder[Symbol.dispose]();
    },
  };
}

let clone: ReturnType<typeof readOnlyClone>;
beforeAll(() => {
  clone = readOnlyClone();
});
afterAll(() => clone[Symbol.dispose]());

test.skipIf(!isReachable)(
  `a read-only clone judges for another user, and keeps what it makes to that user${why}`,
  async () => {
    const { exitCode, stdout, stderr } = await clone.assay(
      clone.own,
      'run',
      'corpus',
      '-g',
      'v03-text@strict',
    );
    expect(stdout, stderr).toContain('1 passed');
    expect(exitCode).toBe(0);
    const cache = readdirSync(clone.own).filter((name) => name.startsWith('assay-cache-'));
    expect(cache.map((name) => statSync(join(clone.own, name)).mode & 0o777)).toEqual([0o700]);
    expect(readdirSync(join(clone.root, 'node_modules'))).not.toContain('.cache');
  },
  120_000,
);

test.skipIf(!isReachable).each([
  ['a run', ['run', 'corpus', '-g', 'v03-text@strict'], 'OUT_UNWRITABLE', 'assay-report'],
  ['a proof', ['prove', 'corpus', '--mutant', 'M108'], 'OUT_UNWRITABLE', 'assay-proof'],
  ['init', ['init'], 'EACCES', 'assay.config.yaml'],
  ['SARIF', ['drift', 'enum', '--sarif', 'drift.sarif'], 'SARIF_UNWRITTEN', 'drift.sarif'],
  ['a new entry', ['new', 'entry', 'some-entry'], 'NOT_WRITABLE', 'some-entry.body'],
])(
  `%s into a read-only folder is refused with its path and a fix, and no stack${why}`,
  async (_what, args, code, path) => {
    const { exitCode, stderr } = await clone.assay(clone.root, ...args);
    expect(stderr).toContain(`[${code}]`);
    expect(stderr).toContain(join(clone.root, ...(code === 'NOT_WRITABLE' ? ['corpus/valid'] : []), path));
    expect(stderr).toContain('Fix: ');
    expect(stderr).not.toMatch(/^ +at /m);
    expect([2, 3]).toContain(exitCode);
  },
  60_000,
);

/** Whether others may pass through every folder above. */
function canReach(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    execFileSync('ls', [join(path, 'node_modules')], { ...NOBODY, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
