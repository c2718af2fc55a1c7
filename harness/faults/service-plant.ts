import type { MutantPlant } from '../environment/index.ts';
import { ASSAY } from '../support/command.ts';
import { UsageError } from '../support/errors.ts';
import type { Plant, Planted, ServicePlant } from './fault.ts';

/** What a boot needs to plant something into a service; `preload` is the absolute path of the suite's preload module. */
export function servicePlant(
  id: string,
  { service, runtimes, env }: ServicePlant,
  preload: string,
): MutantPlant {
  return { id, service, ...(runtimes && { runtimes }), ...(env && { env }), module: preload };
}

/** Something planted, and what plants it into a service. */
interface Preloadable {
  readonly planted: Planted;
  readonly preload: string;
  /** What `assay prove` needs beside its id. */
  readonly flags: string;
}

/** The same for whatever is planted. Throws `UsageError` for what is no other service, for no run can carry that. */
export function plantOf({ planted: { id, plant }, preload, flags }: Preloadable): MutantPlant {
  if (plant.kind === 'service') return servicePlant(id, plant, preload);
  throw new UsageError({
    code: 'NOT_FOR_A_RUN',
    message: `${id} is ${WORDS[plant.kind]}, not another service, so no run can carry it.`,
    fix: `Prove it with: ${ASSAY} prove${flags} --mutant ${id}`,
  });
}

const WORDS: Readonly<Record<Exclude<Plant['kind'], 'service'>, string>> = {
  wire: 'a hop on the wire',
  step: 'a harness that sends otherwise',
  world: 'another world',
  pace: 'another order of cases',
  subject: 'another subject',
  tree: 'an edit of files',
};
