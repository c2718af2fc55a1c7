import { readFile } from 'node:fs/promises';
import type { BuildOptions } from 'esbuild';
import { keep, recall } from '../../environment/services/bundle-cache.ts';
import { EnvironmentError } from '../../support/errors.ts';
import { inProject, projectRoot } from '../../support/paths.ts';

const SETTINGS = {
  bundle: true,
  minify: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  legalComments: 'none',
  metafile: true,
  write: false,
  logLevel: 'silent',
  absWorkingDir: projectRoot,
  nodePaths: [inProject('node_modules')],
} as const satisfies BuildOptions;

let made: Promise<string> | undefined;

/** The script of the page, bundled once for as long as no source of it changes. Throws `EnvironmentError`. */
export function pageScript(): Promise<string> {
  made ??= freshScript(inProject('harness/report/html/page/main.ts'));
  return made;
}

async function freshScript(entry: string): Promise<string> {
  const { file } = (await recall(entry, SETTINGS)) ?? (await bundled(entry));
  return (await readFile(file, 'utf8')).trimEnd();
}

async function bundled(entry: string) {
  const startedAt = Date.now();
  const { build } = await import('esbuild');
  try {
    const { outputFiles, metafile } = await build({ ...SETTINGS, entryPoints: [entry] });
    const code = outputFiles[0]?.contents ?? new Uint8Array();
    return await keep(entry, SETTINGS, {
      code,
      inputs: Object.keys(metafile.inputs),
      packages: [],
      startedAt,
    });
  } catch (cause) {
    throw new EnvironmentError({
      code: 'PAGE_NOT_BUNDLED',
      message: 'The script of report.html could not be bundled.',
      details: String((cause as Error).message).split('\n'),
      fix: 'Correct the source that is named above.',
      cause,
    });
  }
}
