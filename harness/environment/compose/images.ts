import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inProject } from '../../support/paths.ts';
import { OWN_SERVICES, type OwnService } from '../boot-options.ts';
import type { Crew } from '../crew/crew.ts';
import { bundleEntry } from '../services/bundle.ts';
import { BASE_IMAGES, chooseBaseImage, imageId } from './base-images.ts';
import type { Engine } from './engine.ts';
import { removeOldImages } from './old-images.ts';
import { closureOf, copyPackages, type InstalledPackage } from './packages.ts';

const CONTEXTS = inProject('node_modules/.cache/assay/images');

type Composed = Exclude<OwnService, 'canary-runtime' | 'desktop'>;
/** The canary runtime and the desktop are processes of this machine in every world. */
const COMPOSED = OWN_SERVICES.filter(
  (service): service is Composed => service !== 'canary-runtime' && service !== 'desktop',
);

/** What an image holds besides the service: folder of the project, by its name in the image. */
const DATA: Readonly<Record<Composed, Readonly<Record<string, string>>>> = {
  platform: { migrations: 'compose/platform/migrations' },
  'echo-runtime': { 'a2a-schemas': 'corpus/schemas/a2a' },
  'cp-simulator': {},
};

/**
 * Prepares what each of our images is built from, and answers the variables of `compose.yaml` that name images. A tag
 * tells the content, so that the engine builds only what it does not have. Throws `EnvironmentError`.
 */
export async function imageVariables(crew: Crew, engine: Engine): Promise<Readonly<Record<string, string>>> {
  const [node, postgres] = await Promise.all([
    chooseBaseImage(engine, BASE_IMAGES.node),
    chooseBaseImage(engine, BASE_IMAGES.postgres),
  ]);
  const base = (await imageId(engine, node)) ?? node;
  const staged = await Promise.all(COMPOSED.map((service) => stage(crew, service, base)));
  await removeOldImages(
    engine,
    COMPOSED.map((service) => `assay.local/${service}`),
    CONTEXTS,
  );
  return Object.assign({ ASSAY_NODE_IMAGE: node, ASSAY_POSTGRES_IMAGE: postgres }, ...staged);
}

async function stage(crew: Crew, service: Composed, base: string): Promise<Record<string, string>> {
  const entry = crew.options.entries?.[service] ?? inProject(`compose/${service}/main.ts`);
  const bundle = await bundleEntry(entry);
  crew.progress('bundled', service);
  const sources = {
    Dockerfile: inProject(`compose/${service}/Dockerfile`),
    'service.mjs': bundle.file,
    ...Object.fromEntries(Object.entries(DATA[service]).map(([name, path]) => [name, inProject(path)])),
  };
  const packages = await closureOf(bundle.packages);
  const tag = await digestOf([base, packages], sources);
  const context = join(CONTEXTS, `${service}-${tag}`);
  if (!existsSync(context)) await copyAll(sources, packages, context);
  const prefix = `ASSAY_${service.toUpperCase().replaceAll('-', '_')}`;
  return { [`${prefix}_TAG`]: tag, [`${prefix}_CONTEXT`]: context };
}

async function digestOf(facts: unknown, sources: Readonly<Record<string, string>>): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(facts));
  for (const [name, path] of Object.entries(sources))
    for (const file of await filesOf(path))
      hash.update(`\0${name}\0${file.slice(path.length)}\0`).update(await readFile(file));
  return hash.digest('hex').slice(0, 16);
}

/** A file itself, or all files of a folder. */
async function filesOf(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => undefined);
  if (!entries) return [path];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Appears whole or not at all; somebody else may be making the same one. */
async function copyAll(
  sources: Readonly<Record<string, string>>,
  packages: readonly InstalledPackage[],
  context: string,
): Promise<void> {
  const nascent = join(CONTEXTS, `.${randomUUID()}`);
  await mkdir(join(nascent, 'node_modules'), { recursive: true });
  try {
    for (const [name, path] of Object.entries(sources))
      await cp(path, join(nascent, name), { recursive: true });
    await copyPackages(packages, nascent);
    await rename(nascent, context).catch((error) => {
      if (!existsSync(context)) throw error;
    });
  } finally {
    await rm(nascent, { recursive: true, force: true });
  }
}
