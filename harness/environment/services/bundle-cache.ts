import { createHash, randomUUID } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { cacheFolder } from '../../support/cache-folder.ts';
import { EnvironmentError } from '../../support/errors.ts';
import { CACHE_FILE, CACHE_FOLDER } from '../../support/own-files.ts';
import { projectRoot } from '../../support/paths.ts';

/** A program in one file, ready for `node`. */
export interface Bundle {
  /** Absolute path. */
  readonly file: string;
  /** `process:sha256:<hex>` over its bytes. */
  readonly digest: string;
  /** npm packages that it imports, which it has to find beside or above itself. */
  readonly packages: readonly string[];
}

/** A bundle that was just made, and what from. */
export interface MadeBundle {
  readonly code: Uint8Array;
  /** Every file that went into it, by its path from the project's root. */
  readonly inputs: readonly string[];
  readonly packages: readonly string[];
  /** When the bundler began to read. */
  readonly startedAt: number;
}

interface Manifest {
  readonly output: string;
  readonly digest: string;
  /** What each input was like: SHA-256 of our sources; size and time of the files of packages, which nobody edits. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly packages: readonly string[];
}

/** Another shape of the manifest is another cache. */
const LAYOUT = 3;
/** What stays outside of the bundles is found from there. */
const cache = () => cacheFolder('bundles');

/** The bundle that was kept for a program and settings, when no source of it has changed since. */
export async function recall(entry: string, settings: object): Promise<Bundle | undefined> {
  const kept = await readManifest(manifestFile(entry, settings));
  return kept && (await isFresh(kept)) ? toBundle(kept) : undefined;
}

/** Keeps a bundle. Throws `EnvironmentError` when the cache cannot be written. */
export async function keep(entry: string, settings: object, made: MadeBundle): Promise<Bundle> {
  const { code, packages } = made;
  const digest = sha256(code);
  const output = `${basename(entry).replace(/\.\w+$/, '')}-${digest.slice(0, 16)}.mjs`;
  await writeWhole(join(cache(), output), code);
  const manifest = { output, digest: `process:sha256:${digest}`, inputs: await marksOf(made), packages };
  await writeWhole(manifestFile(entry, settings), JSON.stringify(manifest));
  await removeOld();
  return toBundle(manifest);
}

function manifestFile(entry: string, settings: object): string {
  const key = sha256(JSON.stringify([entry, settings, LAYOUT])).slice(0, 16);
  return join(cache(), `${key}.json`);
}

async function readManifest(file: string): Promise<Manifest | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Manifest;
  } catch {
    return undefined;
  }
}

async function isFresh(manifest: Manifest): Promise<boolean> {
  if (!existsSync(join(cache(), manifest.output))) return false;
  const same = await Promise.all(
    Object.entries(manifest.inputs).map(async ([path, mark]) => (await markOf(path)) === mark),
  );
  return same.every(Boolean);
}

/** A source that changed while it was being bundled gets no mark, so that the next boot bundles again. */
async function marksOf({ inputs, startedAt }: MadeBundle): Promise<Record<string, string>> {
  const marks = await Promise.all(
    inputs.map(async (path) => {
      const { mtimeMs } = await stat(join(projectRoot, path));
      return [path, mtimeMs < startedAt ? ((await markOf(path)) ?? '') : ''] as const;
    }),
  );
  return Object.fromEntries(marks);
}

async function markOf(path: string): Promise<string | undefined> {
  const file = join(projectRoot, path);
  if (path.includes('node_modules/')) return stampOf(file);
  try {
    return sha256(await readFile(file));
  } catch {
    return undefined;
  }
}

/** Hundreds of packages' files are asked for at each boot, and at once that is ten times cheaper than one by one. */
function stampOf(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  return found && `${found.size}@${found.mtimeMs}`;
}

/** Bundles that nobody has made again for a week; one that is still current is simply made once more. */
async function removeOld(): Promise<void> {
  const horizon = Date.now() - 7 * 86_400_000;
  for (const name of await readdir(cache())) {
    const found = await stat(join(cache(), name)).catch(() => undefined);
    if (found && found.mtimeMs < horizon) await rm(join(cache(), name), { force: true });
  }
}

function toBundle(manifest: Manifest): Bundle {
  const { output, digest, packages } = manifest;
  return { file: join(cache(), output), digest, packages };
}

async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const next = `${file}.${randomUUID()}`;
  try {
    await mkdir(cache(), { recursive: true, mode: CACHE_FOLDER });
    await writeFile(next, content, { mode: CACHE_FILE });
    await rename(next, file);
  } catch (cause) {
    throw new EnvironmentError({
      code: 'CACHE_NOT_WRITABLE',
      message: `The bundles of the services cannot be kept in ${cache()} (${(cause as NodeJS.ErrnoException).code}).`,
      fix: `Make ${cache()} writable for this user.`,
      cause,
    });
  }
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
