import type { ServicePlant } from '../../../faults/fault.ts';
import type { SeamChange } from '../../../faults/plant.ts';

/** A plant at seams of the platform. */
export function onPlatform(...seams: readonly SeamChange[]): ServicePlant {
  return { kind: 'service', service: 'platform', seams };
}
