import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { OWN_SERVICES } from '../../environment/index.ts';
import type { Plant, ServicePlant } from '../../faults/fault.ts';
import type { Suite } from '../../suites/suite.ts';
import { inProject, projectRoot } from '../../support/paths.ts';
import type { ProveJob } from '../job.ts';
import type { Trial } from '../trial.ts';
import { closureOf, type ImportGraph, importGraph } from './import-graph.ts';
import type { PlantedSources, SourceMap, SuiteSources } from './source-map.ts';

const STORY = 'harness/prove.ts';
const ROOM_OF_A_SUITE = /^harness\/suites\/[^/]+\//;

/** Looks up what the trials of a job are made from: one pass of the bundler, and the texts in which ids and seams stand. */
export async function mapSources(job: ProveJob, trials: readonly Trial[]): Promise<SourceMap> {
  const preloads = await Promise.all(job.suites.map(preloadsOf));
  const mains = OWN_SERVICES.map((service) => `compose/${service}/main.ts`);
  const roots = job.suites.map(suiteFile);
  const graph = await importGraph([...new Set([STORY, ...roots, ...preloads.flat(), ...mains])]);
  const suites = job.suites.map((suite, index) => suiteSources(graph, suite, preloads[index] ?? []));
  const services = new Map(
    OWN_SERVICES.map((service) => [service, closureOf(graph, [`compose/${service}/main.ts`])] as const),
  );
  const texts = await textsOf([...suites.flatMap(({ planting }) => [...planting]), ...codeOf(services)]);
  const lookUp = { graph, suites, services, texts };
  return {
    ...{ graph, suites, services },
    machinery: closureOf(graph, [STORY], (file) => ROOM_OF_A_SUITE.test(file)),
    planted: trials.map((trial) => plantedSources(trial, lookUp)),
    cases: await caseFiles(trials),
  };
}

interface LookUp extends Pick<SourceMap, 'graph' | 'suites' | 'services'> {
  readonly texts: ReadonlyMap<string, string>;
}

/** The list of suites makes sure that a suite is called as its folder is. */
function suiteFile({ name }: Suite): string {
  return `harness/suites/${name}/suite.ts`;
}

async function preloadsOf(suite: Suite): Promise<readonly string[]> {
  const { preload } = await suite.proof();
  return preload === undefined ? [] : [relative(projectRoot, preload)];
}

function suiteSources(graph: ImportGraph, suite: Suite, preloads: readonly string[]): SuiteSources {
  const proof = `harness/suites/${suite.name}/proof.ts`;
  const judging = closureOf(graph, [suiteFile(suite)], (file) => file === proof);
  const planting = [...closureOf(graph, [proof, ...preloads])].filter((file) => !judging.has(file));
  return { name: suite.name, judging, planting: new Set(planting) };
}

function codeOf(services: SourceMap['services']): readonly string[] {
  return [...services.values()].flatMap((code) => [...code]);
}

async function textsOf(files: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const read = [...new Set(files)].map(
    async (file) => [file, await readFile(inProject(file), 'utf8')] as const,
  );
  return new Map(await Promise.all(read));
}

function plantedSources({ suite, planted: { id, plant } }: Trial, lookUp: LookUp): PlantedSources {
  const holders = holdersOf(id, suite, lookUp);
  return {
    ...{ id, suite: suite.name, stands: standingOf(plant, lookUp) },
    ...(holders.length > 0 && { planting: closureOf(lookUp.graph, holders) }),
  };
}

/** The files of its suite in which an id is written; none when it is put together, or stands in data. */
function holdersOf(id: string, { name }: Suite, { suites, texts }: LookUp): readonly string[] {
  const { planting = new Set<string>() } = suites.find((suite) => suite.name === name) ?? {};
  return [...planting].filter((file) => texts.get(file)?.includes(`'${id}'`));
}

function standingOf(plant: Plant, lookUp: LookUp): PlantedSources['stands'] {
  if (plant.kind === 'service') {
    return { at: 'seams', service: plant.service, modules: modulesOf(plant, lookUp) };
  }
  if (plant.kind === 'tree') {
    return { at: 'tree', ground: plant.ground.name, sources: plant.ground.sources };
  }
  return { at: 'world' };
}

/** Code at the seams of a plant, as far as it is known where they are; all of the service otherwise. */
function modulesOf({ service, seams }: ServicePlant, lookUp: LookUp): ReadonlySet<string> {
  const code = lookUp.services.get(service) ?? new Set<string>();
  const defining = seams.map(({ seam }) => [...code].filter((file) => defines(lookUp, file, seam)));
  const isKnown = defining.length > 0 && defining.every((files) => files.length > 0);
  return isKnown ? closureOf(lookUp.graph, defining.flat()) : code;
}

function defines({ texts }: LookUp, file: string, seam: string): boolean {
  return new RegExp(`\\bseam\\(\\s*'${seam.replaceAll('.', '\\.')}'`).test(texts.get(file) ?? '');
}

async function caseFiles(trials: readonly Trial[]): Promise<SourceMap['cases']> {
  const made = new Map<string, string[]>();
  for (const { suite, plan } of new Map(trials.map((trial) => [trial.suite, trial])).values()) {
    for (const planned of plan.cases) {
      for (const file of (await suite.sourcesOf?.(planned)) ?? []) {
        const path = relative(projectRoot, file);
        made.set(path, [...(made.get(path) ?? []), planned.id]);
      }
    }
  }
  return made;
}
