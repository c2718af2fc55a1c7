import { UsageError } from '../support/errors.ts';
import { didYouMean } from '../support/nearest.ts';
import { NORMALISATION } from './catalogue/normalisation.ts';
import type { Mutant } from './mutant.ts';

/** Every known regression that Assay can plant, in the order in which they are proven. */
export const CATALOGUE: readonly Mutant[] = [...NORMALISATION];

/** Finds a mutant by id. Throws `UsageError` with the nearest known id. */
export function findMutant(id: string): Mutant {
  const mutant = CATALOGUE.find((candidate) => candidate.id === id);
  if (mutant) return mutant;
  throw new UsageError({
    code: 'UNKNOWN_MUTANT',
    message: `There is no mutant "${id}".`,
    fix: didYouMean(
      id,
      CATALOGUE.map((known) => known.id),
    ),
  });
}
