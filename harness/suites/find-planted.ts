import { isFault, type Planted } from '../faults/fault.ts';
import { resolveKills } from '../faults/resolve.ts';
import { HarnessError, UsageError } from '../support/errors.ts';
import { didYouMean } from '../support/nearest.ts';
import { loadSuites } from './index.ts';
import type { Scene } from './plan.ts';
import { planOf } from './plan-of.ts';
import type { Suite } from './suite.ts';

/** Something that a suite can have planted, and what plants it into a service. */
export interface FoundPlanted {
  readonly suite: Suite;
  readonly planted: Planted;
  /** Absolute path of the suite's preload module; empty when it has none. */
  readonly preload: string;
  /** How `assay prove` is asked for it. */
  readonly flags: '' | ' --neutral';
}

/**
 * Looks a fault or a neutral variant up by its id, in all suites. Throws `UsageError` with the nearest known id, and
 * `HarnessError` when two things share an id or the fault names a case that its suite does not plan.
 */
export async function findPlanted(id: string, scene: Scene): Promise<FoundPlanted> {
  const known = await plantedOf(await loadSuites());
  const found = known.find(({ planted }) => planted.id === id);
  if (!found) {
    const ids = known.map(({ planted }) => planted.id);
    throw unknownPlanted('mutant', id, ids);
  }
  const { planted, suite } = found;
  if (isFault(planted) && planted.plant.kind === 'service') resolveKills(planted, await planOf(suite, scene));
  return found;
}

/** Whatever suites have to plant, broken subjects apart. Throws `HarnessError` when two share an id. */
export async function plantedOf(suites: readonly Suite[]): Promise<readonly FoundPlanted[]> {
  const all = await Promise.all(suites.map(plantedBy));
  const found = all.flat();
  refuseTwins(found);
  return found;
}

async function plantedBy(suite: Suite): Promise<readonly FoundPlanted[]> {
  const { faults, neutral, preload = '' } = await suite.proof();
  return [
    ...faults.map((planted): FoundPlanted => ({ suite, planted, preload, flags: '' })),
    ...neutral.map((planted): FoundPlanted => ({ suite, planted, preload, flags: ' --neutral' })),
  ];
}

function refuseTwins(found: readonly FoundPlanted[]): void {
  const owners = new Map<string, string>();
  for (const { planted, suite } of found) {
    const owner = owners.get(planted.id);
    if (owner !== undefined) throw sharedId(planted.id, [owner, suite.name]);
    owners.set(planted.id, suite.name);
  }
}

function sharedId(id: string, suites: readonly string[]): HarnessError {
  const folders = [...new Set(suites)].map((name) => `harness/suites/${name}/`);
  return new HarnessError({
    code: 'FAULT_ID_SHARED',
    message: `Two things to plant have the id ${id}, in ${folders.join(' and ')}.`,
    fix: 'Give one of them another id.',
  });
}

/** The refusal of an id that nothing to plant has; `what` says what was looked for. */
export function unknownPlanted(what: string, id: string, known: readonly string[]): UsageError {
  return new UsageError({
    code: 'UNKNOWN_PLANT',
    message: `There is no ${what} "${id}".`,
    fix: didYouMean(id, known),
  });
}
