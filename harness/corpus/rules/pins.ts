import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ASSAY } from '../../support/command.ts';
import { readPins } from '../documents.ts';
import type { Corpus } from '../load.ts';
import type { CorpusProblem } from '../problem.ts';

const FILE = 'pins.yaml';

/** The SDKs in use are the ones that the corpus was last replayed against; a bump without a replay is a problem. */
export async function pins(corpus: Corpus, packageFolder: string): Promise<readonly CorpusProblem[]> {
  const read = await readPins(corpus.folder);
  if ('problem' in read) return [read.problem];
  const { sdks } = read.value;
  const installed = await installedSdks(packageFolder);
  const names = [...new Set([...Object.keys(sdks), ...installed.map(({ name }) => name)])].sort();
  return names.flatMap((name) => {
    const versions = installed.filter((one) => one.name === name);
    if (versions.length === 0) return [unused(name)];
    return versions.filter(({ version }) => version !== sdks[name]).map((one) => differs(one, sdks[name]));
  });
}

interface Installed {
  readonly name: string;
  readonly version: string;
  /** Where it is written. */
  readonly where: string;
}

async function installedSdks(folder: string): Promise<readonly Installed[]> {
  const manifest = await json(join(folder, 'package.json'));
  const lock = await json(join(folder, 'package-lock.json'));
  const wanted = Object.entries(record(manifest.dependencies)).flatMap(([name, spec]) => {
    const version = /^npm:@a2a-js\/sdk@(.+)$/.exec(String(spec))?.[1];
    return version === undefined ? [] : [{ name, version, where: 'package.json' }];
  });
  return wanted.flatMap((one) => {
    const locked = record(record(lock.packages)[`node_modules/${one.name}`]).version;
    return typeof locked === 'string'
      ? [one, { ...one, version: locked, where: 'package-lock.json' }]
      : [one];
  });
}

async function json(path: string): Promise<Readonly<Record<string, unknown>>> {
  const text = await readFile(path, 'utf8').catch(() => '{}');
  return record(JSON.parse(text));
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function differs({ name, version, where }: Installed, pinned: string | undefined): CorpusProblem {
  const was = pinned === undefined ? 'was never replayed' : `was last replayed against ${pinned}`;
  const fix = `Run \`${ASSAY} run corpus\`, judge what changed, then write \`${name}: ${version}\` and the day into ${FILE}.`;
  return { file: FILE, rule: 'pins', message: `${name} is ${version} in ${where}; the corpus ${was}`, fix };
}

function unused(name: string): CorpusProblem {
  return {
    file: FILE,
    rule: 'pins',
    message: `${name} is pinned but not a dependency`,
    fix: 'Remove the pin.',
  };
}
