import { processEnv } from '../config/process-env.ts';
import { PLANT_VARIABLE } from '../environment/boot-options.ts';
import { HarnessError } from '../support/errors.ts';
import type { Planted } from './fault.ts';
import { hitLine, plantSeams } from './plant.ts';
import { readSwitch, switchFileOf } from './switch.ts';

/** So many hits of one plant are told in a second; what runs more often has shown that it runs. */
const MAX_TOLD_HITS = 1_000;

/**
 * Plants into this process what its environment names: one thing, or all that are planted into services, one at a time
 * by a switch. Called by a suite's `preload.ts`, before the service loads.
 */
export function preload(planted: readonly Planted[]): void {
  const named = processEnv[PLANT_VARIABLE] ?? '';
  const file = switchFileOf(named);
  const plants = planted.flatMap(({ id, plant }) =>
    plant.kind === 'service' && (file !== undefined || id === named) ? [[id, plant.seams] as const] : [],
  );
  if (plants.length === 0) {
    throw new HarnessError({
      code: 'NOTHING_TO_PLANT',
      message: `There is nothing "${named}" to plant here.`,
    });
  }
  plantSeams(new Map(plants), file === undefined ? () => named : readSwitch(file), tellHits());
}

/** Tells hits in the log of the service, each with the id of what ran. */
function tellHits(): (id: string) => void {
  const told = new Map<string, number>();
  let second = 0;
  return (id) => {
    const now = Math.floor(performance.now() / 1000);
    if (now !== second) told.clear();
    second = now;
    const count = (told.get(id) ?? 0) + 1;
    told.set(id, count);
    if (count <= MAX_TOLD_HITS) process.stdout.write(`${hitLine(id)}\n`);
  };
}
