import { processEnv } from '../config/process-env.ts';
import { PLANT_VARIABLE } from '../environment/boot-options.ts';
import { HarnessError } from '../support/errors.ts';
import type { Planted } from './fault.ts';
import { HIT_LINE, plantSeams } from './plant.ts';

/** So many hits are told; what runs more often has long shown that it runs. */
const MAX_TOLD_HITS = 1_000;

/** Plants into this process what its environment names; called by a suite's `preload.ts`, before the service loads. */
export function preload(planted: readonly Planted[]): void {
  const id = processEnv[PLANT_VARIABLE];
  const plant = planted.find((each) => each.id === id)?.plant;
  if (plant?.kind !== 'service') {
    throw new HarnessError({ code: 'NOTHING_TO_PLANT', message: `There is nothing "${id}" to plant here.` });
  }
  let hits = 0;
  plantSeams(plant.seams, () => {
    hits += 1;
    if (hits <= MAX_TOLD_HITS) process.stdout.write(`${HIT_LINE}\n`);
  });
}
