import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UsageError } from '../../support/errors.ts';
import { changeSince } from './changed.ts';

test('changed and untracked files below the root are told, by paths from the root', () => {
  const root = mkdtempSync(join(tmpdir(), 'assay-changed-'));
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', root, '-c', 'user.name=t', '-c', 'user.email=t@localhost', ...args], {
      stdio: 'pipe',
    });
  mkdirSync(`${root}/sub`);
  for (const name of ['sub/a.go', 'sub/b.go', 'top.go']) writeFileSync(`${root}/${name}`, 'one');
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'first');
  writeFileSync(`${root}/sub/a.go`, 'two');
  writeFileSync(`${root}/top.go`, 'two');
  writeFileSync(`${root}/sub/new é.go`, 'new');
  expect([...changeSince(`${root}/sub`, 'HEAD').files].sort()).toEqual(['a.go', 'new é.go']);
  expect(() => changeSince(root, 'no-such-revision')).toThrow(UsageError);
  rmSync(root, { recursive: true });
});
