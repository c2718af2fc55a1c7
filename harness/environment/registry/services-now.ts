import type { ServiceRecord } from '../process/service.ts';
import type { WorldHeader } from '../world.ts';
import { readWorldFile } from './world-file.ts';

/**
 * The services of a world as they stand in its book now: one that was brought back is another process than when the
 * world was described. Of a world whose book is gone, those it was described with.
 */
export function servicesNow({ directory, services }: WorldHeader): readonly ServiceRecord[] {
  const file = readWorldFile(directory);
  return file.kind === 'known' ? file.record.services : services;
}
