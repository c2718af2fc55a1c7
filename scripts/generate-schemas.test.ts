import { execa } from 'execa';
import { expect, test } from 'vitest';
import { inProject } from '../harness/support/paths.ts';
import { RUN_TYPESCRIPT } from '../harness/support/typescript.ts';

test('the schemas in the corpus are what the installed SDKs declare', async () => {
  const args = [...RUN_TYPESCRIPT, inProject('scripts/generate-schemas.ts'), '--check'];
  const { exitCode, stdout } = await execa(process.execPath, args, { cwd: inProject('.'), reject: false });
  expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '' });
});
