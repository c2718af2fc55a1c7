import { isBuiltin } from 'node:module';
import type { BuildOptions, Metafile } from 'esbuild';
import { EnvironmentError } from '../../support/errors.ts';
import { inProject, projectRoot } from '../../support/paths.ts';
import { type Bundle, keep, recall } from './bundle-cache.ts';

/** Where a bundle has its npm packages: they are a part of it, or lie beside or above it. */
export type PackagesOf = 'inside' | 'beside';

const SETTINGS = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  metafile: true,
  write: false,
  logLevel: 'silent',
  absWorkingDir: projectRoot,
  nodePaths: [inProject('node_modules')],
} as const satisfies BuildOptions;

/** What older packages expect to have; a service starts in half the time when it need not look for hundreds of files. */
const FOR_PACKAGES = [
  "import { createRequire as assayRequireFrom } from 'node:module';",
  "import { fileURLToPath as assayPathOf } from 'node:url';",
  'const require = assayRequireFrom(import.meta.url);',
  'const __filename = assayPathOf(import.meta.url);',
  "const __dirname = assayPathOf(new URL('.', import.meta.url));",
].join(' ');

const PACKAGES = {
  inside: { packages: 'bundle', banner: { js: FOR_PACKAGES } },
  beside: { packages: 'external' },
} as const satisfies Record<PackagesOf, BuildOptions>;

let pinned: Map<string, Promise<Bundle>> | undefined;

/** From now on a program is looked at once only: what is edited meanwhile is not booted until this is disposed. */
export function pinBundles(): Disposable {
  const mine = new Map<string, Promise<Bundle>>();
  pinned = mine;
  return {
    [Symbol.dispose]: () => {
      if (pinned === mine) pinned = undefined;
    },
  };
}

/** Bundles a program, or takes the cached bundle when no source of it has changed. Throws `EnvironmentError`. */
export function bundleEntry(entry: string, packages: PackagesOf = 'beside'): Promise<Bundle> {
  const key = `${packages} ${entry}`;
  const bundle = pinned?.get(key) ?? freshBundle(entry, packages);
  pinned?.set(key, bundle);
  return bundle;
}

async function freshBundle(entry: string, packages: PackagesOf): Promise<Bundle> {
  const settings = { ...SETTINGS, ...PACKAGES[packages] };
  const known = await recall(entry, settings);
  if (known) return known;
  const startedAt = Date.now();
  const { outputFiles, metafile } = await runBundler(entry, settings);
  const code = outputFiles[0]?.contents ?? new Uint8Array();
  const outside = packages === 'inside' ? [] : packagesIn(metafile);
  const made = { code, inputs: Object.keys(metafile.inputs), packages: outside, startedAt };
  return keep(entry, settings, made);
}

async function runBundler(entry: string, settings: typeof SETTINGS & BuildOptions) {
  const { build } = await import('esbuild');
  try {
    return await build({ ...settings, entryPoints: [entry] });
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
