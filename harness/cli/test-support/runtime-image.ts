import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { BASE_IMAGES, chooseBaseImage } from '../../environment/compose/base-images.ts';
import type { Engine } from '../../environment/compose/engine.ts';
import { inProject } from '../../support/paths.ts';

/** Builds an image of the runtime that nobody of Assay wrote, which misbehaves as `mode` says. Answers its name. */
export async function runtimeImage(engine: Engine, mode: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-runtime-image-'));
  const name = `assay.local/some-runtime:${mode}`;
  try {
    copyFileSync(inProject('harness/cli/fixtures/some-runtime.mjs'), join(folder, 'some-runtime.mjs'));
    const base = await chooseBaseImage(engine, BASE_IMAGES.node);
    writeFileSync(
      join(folder, 'Dockerfile'),
      `FROM ${base}\nCOPY some-runtime.mjs /\nEXPOSE 8080\nCMD ["node", "/some-runtime.mjs", "${mode}"]\n`,
    );
    await execa('docker', ['build', '--quiet', '--tag', name, folder], {
      env: { ...engine.env, DOCKER_BUILDKIT: '0' },
    });
    return name;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
