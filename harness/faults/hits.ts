import { readFile } from 'node:fs/promises';
import type { WorldDescription } from '../environment/index.ts';
import { deadlineIn, poll } from '../support/deadline.ts';
import { HIT_LINE } from './plant.ts';

/** The log of a container follows what was written by a moment. */
const LOG_LAG_MS = 1_000;

/** How often what is planted into the services of a world has run, by their logs; at most 1,000 per process. */
export async function countHits({ services, mode }: WorldDescription): Promise<number> {
  const count = async () => {
    const logs = await Promise.all(services.map(({ logFile }) => readFile(logFile, 'latin1')));
    const hits = logs.reduce((sum, log) => sum + log.split(HIT_LINE).length - 1, 0);
    return hits === 0 ? undefined : hits;
  };
  return (await poll(count, deadlineIn(mode === 'compose' ? LOG_LAG_MS : 0), 50)) ?? 0;
}
