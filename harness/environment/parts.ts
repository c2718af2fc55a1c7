import type { BootOptions, WorldPart } from './boot-options.ts';
import { USUAL_PARTS } from './boot-options.ts';

/** A platform is always wired to its control plane, so that it is the same one in every world. */
const NEEDS: Readonly<Record<WorldPart, readonly WorldPart[]>> = {
  platform: ['control-plane', 'database'],
  runtimes: [],
  'control-plane': [],
  database: [],
  canary: [],
  desktop: [],
};

/** The parts that were asked for, the usual ones unless told otherwise, and what they depend on. */
export function wantedParts({ parts = USUAL_PARTS }: Pick<BootOptions, 'parts'>): ReadonlySet<WorldPart> {
  return new Set(parts.flatMap((part) => [part, ...NEEDS[part]]));
}
