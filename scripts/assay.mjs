#!/usr/bin/env node
// The `assay` command. It runs a bundle of harness/cli, made anew whenever a source of it has changed, because loading
// hundreds of small files costs a second.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}node_modules/.cache/assay/cli`;
const manifestFile = `${folder}/manifest.json`;

// Whatever nobody caught is a fault of ours, and must not exit with the code of a broken clause.
process.on('uncaughtException', (error) => {
  process.stderr.write(`${error.stack ?? error}\n`);
  process.exit(2);
});

const { main } = await import(pathToFileURL(await currentBundle()).href);
process.exitCode = await main(process.argv.slice(2));

async function currentBundle() {
  const manifest = await readFile(manifestFile, 'utf8').then(JSON.parse, () => undefined);
  if (manifest && (await stampsOf(Object.keys(manifest.stamps))) === JSON.stringify(manifest.stamps)) {
    return manifest.file;
  }
  return makeBundle();
}

async function makeBundle() {
  const { build } = await import('esbuild');
  const startedMs = Date.now();
  const result = await build({
    entryPoints: [`${root}harness/cli/main.ts`],
    ...{ bundle: true, format: 'esm', platform: 'node', packages: 'external', target: 'node20' },
    ...{ metafile: true, write: false, absWorkingDir: root, logLevel: 'error' },
  });
  const { contents } = result.outputFiles[0];
  const file = `${folder}/${createHash('sha256').update(contents).digest('hex').slice(0, 16)}.mjs`;
  const stamps = JSON.parse(await stampsOf(Object.keys(result.metafile.inputs), startedMs));
  await mkdir(folder, { recursive: true });
  await writeWhole(file, contents);
  await writeWhole(manifestFile, JSON.stringify({ file, stamps }));
  return file;
}

async function writeWhole(file, content) {
  await writeFile(`${file}.${process.pid}`, content);
  await rename(`${file}.${process.pid}`, file);
}

/**
 * Size and time of every source as JSON; a source that is gone, or was changed since `beforeMs` while it was being
 * bundled, makes it differ from any that was kept.
 */
async function stampsOf(inputs, beforeMs = Number.POSITIVE_INFINITY) {
  const stamps = await Promise.all(
    inputs.map(async (input) => {
      const { mtimeMs, size } = await stat(`${root}${input}`).catch(() => ({ mtimeMs: 0, size: -1 }));
      return [input, mtimeMs < beforeMs ? `${size}@${mtimeMs}` : 'changed meanwhile'];
    }),
  );
  return JSON.stringify(Object.fromEntries(stamps));
}
