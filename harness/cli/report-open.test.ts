import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { inProject } from '../support/paths.ts';
import { openerIn } from './open-page.ts';
import { assay, workingDirectory } from './test-support/assay.ts';

test('a page is opened by what BROWSER names, else by what the system has, and by nothing where nobody could see it', () => {
  expect(openerIn({ BROWSER: 'lynx' }, 'linux')).toEqual({ program: 'lynx', args: [] });
  expect(openerIn({}, 'darwin')).toEqual({ program: 'open', args: [] });
  expect(openerIn({}, 'win32')?.program).toBe('rundll32');
  expect(openerIn({ PATH: '/usr/bin' }, 'linux')).toBeUndefined();
  expect(openerIn({ DISPLAY: ':0', PATH: '/nowhere' }, 'linux')).toBeUndefined();
});

test('`report open` hands the page to the browser, and says where it lies', async () => {
  await using directory = await workingDirectory();
  const run = join(directory.path, 'a run');
  const [seen, browser] = [join(directory.path, 'seen'), join(directory.path, 'browser')];
  await mkdir(run);
  await writeFile(join(run, 'report.html'), '<!doctype html>');
  await writeFile(browser, `#!/bin/sh\nprintf %s "$1" > '${seen}'\n`);
  await chmod(browser, 0o755);
  const { stdout, exitCode } = await execa(
    process.execPath,
    [inProject('scripts/assay.mjs'), 'report', 'open', 'a run'],
    { cwd: directory.path, env: { BROWSER: browser } },
  );
  expect([exitCode, stdout]).toEqual([0, `file://${run.replaceAll(' ', '%20')}/report.html`]);
  expect(await readFile(seen, 'utf8')).toBe(stdout);
});

test('`report open` says what to do where there is no page', async () => {
  await using directory = await workingDirectory();
  const { stderr, exitCode } = await assay(directory.path, 'report', 'open');
  expect(exitCode).toBe(3);
  expect(stderr).toContain('assay-report holds no report.html.');
  expect(stderr).toContain('report rebuild assay-report');
});
