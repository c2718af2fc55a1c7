import { readFile } from 'node:fs/promises';
import type { WorldDescription } from '../environment/index.ts';
import { deadlineIn, poll } from '../support/deadline.ts';
import { hitLine } from './plant.ts';

/** The log of a container follows what was written by a moment. */
const LOG_LAG_MS = 1_000;

/** How often something has run that is planted into the services of a world, by their logs; at most 1,000 per process. */
export async function countHits({ services, mode }: WorldDescription, id: string): Promise<number> {
  const line = hitLine(id);
  const count = async () => {
    const logs = await Promise.all(services.map(({ logFile }) => readFile(logFile, 'latin1')));
    const hits = logs.reduce((sum, log) => sum + log.split(line).length - 1, 0);
    return hits === 0 ? undefined : hits;
  };
  return (await poll(count, deadlineIn(mode === 'compose' ? LOG_LAG_MS : 0), 50)) ?? 0;
}
