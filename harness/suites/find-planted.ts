import type { Planted } from '../faults/fault.ts';
import { UsageError } from '../support/errors.ts';
import { didYouMean } from '../support/nearest.ts';
import { loadSuites } from './index.ts';

/** Something that a suite can have planted, and what plants it into a service. */
export interface FoundPlanted {
  readonly planted: Planted;
  /** Absolute path of the suite's preload module; empty when it has none. */
  readonly preload: string;
  /** How `assay prove` is asked for it. */
  readonly flags: '' | ' --neutral';
}

/** Looks a fault or a neutral variant up by its id, in all suites. Throws `UsageError` with the nearest known id. */
export async function findPlanted(id: string): Promise<FoundPlanted> {
  const proofs = await Promise.all((await loadSuites()).map((suite) => suite.proof()));
  const known = proofs.flatMap(({ faults, neutral, preload = '' }) => [
    ...faults.map((planted): FoundPlanted => ({ planted, preload, flags: '' })),
    ...neutral.map((planted): FoundPlanted => ({ planted, preload, flags: ' --neutral' })),
  ]);
  const found = known.find(({ planted }) => planted.id === id);
  if (found) return found;
  throw new UsageError({
    code: 'UNKNOWN_PLANT',
    message: `There is no mutant "${id}".`,
    fix: didYouMean(
      id,
      known.map(({ planted }) => planted.id),
    ),
  });
}
