import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inProject } from '../support/paths.ts';
import { assay, workingDirectory } from './test-support/assay.ts';

const CLEAN = readFileSync(inProject('harness/wiring/fixtures/gitea.yaml'), 'utf8');

test('a gate that is forgiven is exit 1, told at its place; a sound one is exit 0, and what is no workflow exit 2', async () => {
  await using place = await workingDirectory();
  const write = (name: string, text: string) => writeFileSync(join(place.path, name), text);
  write('clean.yaml', CLEAN);
  write(
    'forgiven.yaml',
    CLEAN.replace('      - name: gate\n', '      - name: gate\n        continue-on-error: true\n'),
  );
  write('list.yaml', '- a\n');
  const check = (...words: readonly string[]) => assay(place.path, 'wiring', 'check', ...words);
  expect(await check('clean.yaml')).toMatchObject({
    exitCode: 0,
    stdout: '0 faults of 33 kinds looked for, in 1 workflows',
  });
  const forgiven = await check('forgiven.yaml');
  expect(forgiven.stdout).toContain(
    'forgiven.yaml:8:28: the step goes on after HOLD [step-continue-on-error]',
  );
  expect(forgiven.exitCode).toBe(1);
  const { findings } = JSON.parse((await check('forgiven.yaml', '--json')).stdout);
  expect(findings).toMatchObject([{ rule: 'step-continue-on-error', place: { line: 8, column: 28 } }]);
  expect(await check('list.yaml')).toMatchObject({ exitCode: 2, stdout: '' });
  expect(await check('gone.yaml')).toMatchObject({ exitCode: 2, stdout: '' });
  expect(await check('clean.yaml', '--promotes', '(')).toMatchObject({ exitCode: 3, stdout: '' });
});
