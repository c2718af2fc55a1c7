import { BROKEN_SUBJECTS } from '../faults/broken/index.ts';
import type { Broken, SubjectPlant } from '../faults/fault.ts';

/**
 * The broken subjects of a suite that speaks to a platform, each under an id of its own: other suites meet them too.
 * A suite that needs sound runtimes to judge anything has them stand for the platform alone.
 */
export function brokenSubjectsFor(
  suite: string,
  standing: Pick<SubjectPlant, 'standsFor'> = {},
): readonly Broken[] {
  return BROKEN_SUBJECTS.map(({ id, title, plant }) => ({
    ...{ id: `${id}-for-${suite}`, title },
    plant: { ...plant, ...standing },
  }));
}

/** The same for a suite whose cases restart the platform: they answer before one of ours, which stays ours to restart. */
export function brokenBeforePlatform(suite: string): readonly Broken[] {
  return BROKEN_SUBJECTS.map(({ id, title, plant }) => ({
    ...{ id: `${id}-for-${suite}`, title },
    plant: {
      ...{ kind: 'wire', before: 'platform' },
      // It passes nothing on: no reply can miss it.
      stand: async () => ({ ...(await plant.start()), hits: () => 1 }),
    },
  }));
}
