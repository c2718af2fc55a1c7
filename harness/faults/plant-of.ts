import type { MutantPlant } from '../environment/boot-options.ts';
import { UsageError } from '../support/errors.ts';
import { inProject } from '../support/paths.ts';
import type { Mutant } from './fault.ts';

/** What a boot needs to plant a mutant. Throws `UsageError` for one that is no fault of a service. */
export function plantOf(mutant: Mutant): MutantPlant {
  if (mutant.kind === 'service') {
    return {
      id: mutant.id,
      service: mutant.service,
      ...(mutant.runtimes && { runtimes: mutant.runtimes }),
      module: inProject(`harness/mutants/plants/${mutant.plant}`),
    };
  }
  throw new UsageError({
    code: 'MUTANT_OF_THE_CORPUS',
    message: `${mutant.id} is a fault of the corpus, not of a service, so no run can carry it.`,
    fix: `Prove it with: npx assay prove corpus --mutant ${mutant.id}`,
  });
}
