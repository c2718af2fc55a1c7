import type { Neutral } from '../faults/fault.ts';
import { ON_THE_WIRE } from '../faults/neutral/wire/index.ts';

/** The variants on the wire that a suite has to stand, each under an id of its own: other suites meet them too. */
export function neutralOnTheWireFor(suite: string, except: readonly string[] = []): readonly Neutral[] {
  return ON_THE_WIRE.filter(({ id }) => !except.includes(id)).map((each) => ({
    ...each,
    id: `${each.id}-for-${suite}`,
  }));
}
