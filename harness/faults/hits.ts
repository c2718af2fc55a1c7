import { countInLogs, type WorldDescription } from '../environment/index.ts';
import { deadlineIn, poll } from '../support/deadline.ts';
import { hitLine } from './plant.ts';

/** The log of a container follows what was written by a moment. */
const LOG_LAG_MS = 1_000;

/**
 * How often something has run that is planted into the services of a world, by what their logs hold behind the given
 * sizes; of one process no more than 1,000 in a second are counted.
 */
export async function countHits(
  world: WorldDescription,
  id: string,
  since?: ReadonlyMap<string, number>,
): Promise<number> {
  const line = hitLine(id);
  const count = () => countInLogs(world, line, since) || undefined;
  return (await poll(count, deadlineIn(world.mode === 'compose' ? LOG_LAG_MS : 0), 50)) ?? 0;
}
