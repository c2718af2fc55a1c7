import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
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
  /** SHA-256 of each input as it was, our sources and packages alike. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly packages: readonly string[];
}

/** Another shape of the manifest is another cache. */
const LAYOUT = 4;
/** A package that is added may be found in the place of one that went in. */
const INSTALLED = 'node_modules/.package-lock.json';
/** What stays outside of the bundles is found from there. */
const cache = () => cacheFolder('bundles');

/** The bundle that was kept for a program and settings, when no source of it has changed since. */
export async function recall(entry: string, settings: object): Promise<Bundle | undefined> {
  const kept = await readManifest(manifestFile(entry, settings));
  return kept && isFresh(kept) ? toBundle(kept) : undefined;
}

/** Keeps a bundle. Throws `EnvironmentError` when the cache cannot be written. */
export async function keep(entry: string, settings: object, made: MadeBundle): Promise<Bundle> {
  const { code, packages } = made;
  const digest = sha256(code);
  const output = `${basename(entry).replace(/\.\w+$/, '')}-${digest.slice(0, 16)}.mjs`;
  await writeWhole(join(cache(), output), code);
  const manifest = { output, digest: `process:sha256:${digest}`, inputs: marksOf(made), packages };
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

function isFresh(manifest: Manifest): boolean {
  if (!existsSync(join(cache(), manifest.output))) return false;
  return Object.entries(manifest.inputs).every(([path, mark]) => markOf(path) === mark);
}

/** A source that changed while it was being bundled gets no mark, so that the next boot bundles again. */
function marksOf({ inputs, startedAt }: MadeBundle): Record<string, string> {
  const marks = [...inputs, INSTALLED].map((path) => {
    const found = statSync(join(projectRoot, path), { throwIfNoEntry: false });
    return [path, found && found.mtimeMs >= startedAt ? '' : markOf(path)];
  });
  return Object.fromEntries(marks);
}

/** Hundreds of files are asked for at each boot, and one after the other that is ten times cheaper than by promises. */
function markOf(path: string): string {
  try {
    return sha256(readFileSync(join(projectRoot, path)));
  } catch {
    return 'none';
  }
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
