import { logSizes, type WorldDescription } from '../environment/index.ts';
import { countHits } from '../faults/hits.ts';
import { ASSAY } from '../support/command.ts';
import { HarnessError } from '../support/errors.ts';
import type { RunJob } from './job.ts';

/** Watches whether what a run plants runs at all. */
export interface PlantWatch {
  /** Begins to count in the world of an act, where others may have run before; what comes of it counts, before it goes. */
  begin(world: WorldDescription | undefined): () => Promise<void>;
  /** Throws `HarnessError` when something is planted and has not run in any act. */
  mustHaveRun(): void;
}

/** A green run under a fault that never ran would say that the gates are blind, and a red one that they see it. */
export function watchPlant({ plant }: Pick<RunJob, 'plant'>): PlantWatch {
  let hits = 0;
  return {
    begin: (world) => {
      if (!plant || !world) return async () => undefined;
      const since = logSizes(world);
      return async () => {
        hits += await countHits(world, plant.id, since);
      };
    },
    mustHaveRun: () => {
      if (plant && hits === 0) throw neverRan(plant.id);
    },
  };
}

function neverRan(id: string): HarnessError {
  return new HarnessError({
    code: 'PLANT_NEVER_RAN',
    message: `${id} was planted and never ran, so this run says nothing about it.`,
    fix: `Select cases that it bears on; ${ASSAY} prove --mutant ${id} takes those that it names.`,
  });
}
