import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { basename, join } from 'node:path';
import type { Metafile } from 'esbuild';
import { EnvironmentError } from '../../support/errors.ts';
import { inProject, projectRoot } from '../../support/paths.ts';

/** A program in one file, ready for `node`. */
export interface Bundle {
  /** Absolute path. */
  readonly file: string;
  /** `process:sha256:<hex>` over its bytes. */
  readonly digest: string;
  /** npm packages that it imports, which it has to find beside or above itself. */
  readonly packages: readonly string[];
}

interface Manifest {
  readonly output: string;
  readonly digest: string;
  /** SHA-256 of every source file, by its path from the project's root. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly packages: readonly string[];
}

/** Another shape of the manifest is another cache. */
const LAYOUT = 2;
/** Below the project's packages, so that what stays outside the bundle is found from there. */
const CACHE = inProject('node_modules/.cache/assay/bundles');
const SETTINGS = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  target: 'node20',
  sourcemap: 'inline',
  metafile: true,
  write: false,
  logLevel: 'silent',
  absWorkingDir: projectRoot,
} as const;

/** Bundles a program, or takes the cached bundle when no source of it has changed. Throws `EnvironmentError`. */
export async function bundleEntry(entry: string): Promise<Bundle> {
  const manifestFile = join(CACHE, `${keyOf(entry)}.json`);
  const cached = await readManifest(manifestFile);
  if (cached && (await isFresh(cached))) return toBundle(cached);
  const manifest = await build(entry);
  await writeWhole(manifestFile, JSON.stringify(manifest));
  await removeOld();
  return toBundle(manifest);
}

function keyOf(entry: string): string {
  return sha256(JSON.stringify([entry, SETTINGS, LAYOUT])).slice(0, 16);
}

async function readManifest(file: string): Promise<Manifest | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Manifest;
  } catch {
    return undefined;
  }
}

async function isFresh(manifest: Manifest): Promise<boolean> {
  if (!existsSync(join(CACHE, manifest.output))) return false;
  const same = await Promise.all(
    Object.entries(manifest.inputs).map(async ([path, hash]) => (await hashOf(path)) === hash),
  );
  return same.every(Boolean);
}

async function hashOf(path: string): Promise<string | undefined> {
  try {
    return sha256(await readFile(join(projectRoot, path)));
  } catch {
    return undefined;
  }
}

async function build(entry: string): Promise<Manifest> {
  const startedAt = Date.now();
  const result = await runBundler(entry);
  const code = result.outputFiles[0]?.contents ?? new Uint8Array();
  const digest = sha256(code);
  const output = `${basename(entry).replace(/\.\w+$/, '')}-${digest.slice(0, 16)}.mjs`;
  await writeWhole(join(CACHE, output), code);
  const inputs = await hashAll(Object.keys(result.metafile.inputs), startedAt);
  const packages = packagesIn(result.metafile);
  return { output, digest: `process:sha256:${digest}`, inputs, packages };
}

async function runBundler(entry: string) {
  const { build: bundle } = await import('esbuild');
  try {
    return await bundle({ ...SETTINGS, entryPoints: [entry], outdir: CACHE });
  } catch (cause) {
    throw new EnvironmentError({
      code: 'BUNDLE_FAILED',
      message: `${entry} could not be bundled.`,
      details: String((cause as Error).message).split('\n'),
      fix: 'Correct the source that is named above.',
    });
  }
}

/** By name, without the path below it. */
function packagesIn({ inputs }: Metafile): readonly string[] {
  const imports = Object.values(inputs).flatMap((input) => input.imports);
  const outside = imports.filter(({ external, path }) => external && !isBuiltin(path));
  const names = outside.map(({ path }) => /^(@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? path);
  return [...new Set(names)].sort();
}

/** A source that changed while it was being bundled gets no hash, so that the next boot bundles again. */
async function hashAll(paths: readonly string[], startedAt: number): Promise<Record<string, string>> {
  const hashes = await Promise.all(
    paths.map(async (path) => {
      const { mtimeMs } = await stat(join(projectRoot, path));
      return [path, mtimeMs < startedAt ? ((await hashOf(path)) ?? '') : ''] as const;
    }),
  );
  return Object.fromEntries(hashes);
}

/** Bundles that nobody has made again for a week; one that is still current is simply made once more. */
async function removeOld(): Promise<void> {
  const horizon = Date.now() - 7 * 86_400_000;
  for (const name of await readdir(CACHE)) {
    const found = await stat(join(CACHE, name)).catch(() => undefined);
    if (found && found.mtimeMs < horizon) await rm(join(CACHE, name), { force: true });
  }
}

function toBundle(manifest: Manifest): Bundle {
  const { output, digest, packages } = manifest;
  return { file: join(CACHE, output), digest, packages };
}

async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const next = `${file}.${randomUUID()}`;
  try {
    await mkdir(CACHE, { recursive: true });
    await writeFile(next, content);
    await rename(next, file);
  } catch (cause) {
    throw new EnvironmentError({
      code: 'CACHE_NOT_WRITABLE',
      message: `The bundles of the services cannot be kept in ${CACHE} (${(cause as NodeJS.ErrnoException).code}).`,
      fix: `Make ${CACHE} writable for this user.`,
      cause,
    });
  }
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
