import { existsSync } from 'node:fs';
import { cp, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { EnvironmentError } from '../../support/errors.ts';
import { projectRoot } from '../../support/paths.ts';

/** An installed npm package; `path` is relative to the project, such as `node_modules/a/node_modules/b`. */
export interface InstalledPackage {
  readonly path: string;
  readonly version: string;
}

interface PackageFile {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

/**
 * The packages of these names and all that they depend on, as they are installed in the project. Throws
 * `EnvironmentError` for one that is not.
 */
export async function closureOf(names: readonly string[]): Promise<readonly InstalledPackage[]> {
  const found = new Map<string, InstalledPackage>();
  const open = names.map((name) => ({ name, from: projectRoot, needed: true }));
  for (let next = open.pop(); next; next = open.pop()) {
    const folder = resolvePackage(next.name, next.from);
    if (folder === undefined && next.needed) throw notInstalled(next.name);
    if (folder === undefined || found.has(folder)) continue;
    const file = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as PackageFile;
    found.set(folder, { path: relative(projectRoot, folder), version: file.version });
    open.push(...needsOf(file).map((need) => ({ ...need, from: folder })));
  }
  return [...found.values()].sort((a, b) => a.path.localeCompare(b.path));
}

/** Copies packages to the same paths below another folder. */
export async function copyPackages(packages: readonly InstalledPackage[], folder: string): Promise<void> {
  for (const { path } of packages) {
    const source = join(projectRoot, path);
    const isOwn = (file: string) => file === source || basename(file) !== 'node_modules';
    await cp(source, join(folder, path), { recursive: true, filter: isOwn });
  }
}

/** As node looks for it: beside, then above. */
function resolvePackage(name: string, from: string): string | undefined {
  const folder = join(from, 'node_modules', name);
  if (existsSync(join(folder, 'package.json'))) return folder;
  return from === projectRoot ? undefined : resolvePackage(name, dirname(from));
}

function needsOf(file: PackageFile) {
  const needed = Object.keys({ ...file.dependencies, ...file.peerDependencies }).filter(
    (name) => file.optionalDependencies?.[name] === undefined && !file.peerDependenciesMeta?.[name]?.optional,
  );
  return [
    ...needed.map((name) => ({ name, needed: true })),
    ...Object.keys(file.optionalDependencies ?? {}).map((name) => ({ name, needed: false })),
  ];
}

function notInstalled(name: string): EnvironmentError {
  return new EnvironmentError({
    code: 'PACKAGE_MISSING',
    message: `The npm package ${name} is not installed, so no image can be built with it.`,
    fix: 'Run npm ci.',
  });
}
