import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { inProject } from '../../harness/support/paths.ts';

const { install } = await import(pathToFileURL(inProject('scripts/bootstrap/install.mjs')).href);
const quiet = () => undefined;

test('npm that is not there is said so', async () => {
  expect(await install(temporaryFolder(), quiet, '/no/such/npm')).toMatch(
    /^npm could not be started: .*ENOENT/,
  );
});

test('npm that fails is said so, with its exit code', async () => {
  expect(await install(temporaryFolder(), quiet, '/bin/false')).toBe(
    'npm ci failed (exit 1); its words stand above.',
  );
});

test('a place that cannot be written to is named before npm is asked', async () => {
  const packages = join(temporaryFolder(), 'a file where a folder would be');
  writeFileSync(packages, '');
  const problem = await install(join(packages, 'clone'), quiet, '/bin/true');
  expect(problem).toContain(`${packages}/clone cannot be written to`);
});

test('what npm installs is reported as no problem', async () => {
  expect(await install(temporaryFolder(), quiet, '/bin/true')).toBeUndefined();
});

function temporaryFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'assay-install-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}
