import type { Mutant } from '../../../faults/fault.ts';
import { UsageError } from '../../../support/errors.ts';
import { didYouMean } from '../../../support/nearest.ts';
import { ANSWERS } from './answers.ts';
import { CONTENT } from './content.ts';
import { CORPUS_FAULTS } from './corpus-faults.ts';
import { DELIVERY } from './delivery.ts';
import { MESSAGE_RULES } from './envelopes.ts';
import { FORWARDING } from './forwarding.ts';
import { NORMALISATION } from './normalisation.ts';
import { PROTOCOL_1 } from './protocol-1.ts';
import { READING } from './reading.ts';
import { RUNTIMES_AT_FAULT } from './runtimes.ts';
import { SESSIONS } from './sessions.ts';
import { STRICT_RUNTIME } from './strict-runtime.ts';

/** Every known regression that Assay can plant, in the order in which they are proven. */
export const CATALOGUE: readonly Mutant[] = [
  ...NORMALISATION,
  ...MESSAGE_RULES,
  ...READING,
  ...CONTENT,
  ...FORWARDING,
  ...DELIVERY,
  ...ANSWERS,
  ...RUNTIMES_AT_FAULT,
  ...STRICT_RUNTIME,
  ...PROTOCOL_1,
  ...SESSIONS,
  ...CORPUS_FAULTS,
];

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
