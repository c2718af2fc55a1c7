import { isAlive, servicesNow, type WorldDescription } from '../../environment/index.ts';
import { HANG } from '../../wire/failure.ts';
import type { CaseRecord } from './case-record.ts';

/** So many hangs in a row, each as long as the deadline, and the rest of the cases would hang too. */
const MAX_HANGS_IN_A_ROW = 5;

/** How long the cases of one process go on asking a subject that never answers. */
export interface Patience {
  /** Counts a case that was never answered; any other forgets those before it. */
  note(record: CaseRecord): void;
  /** Why no further case is sent at the subject, if so. */
  whyGivenUp(): string | undefined;
}

/** Patience that nothing has tried yet. */
export function createPatience(): Patience {
  let hangsInARow = 0;
  return {
    note: ({ prepare, steps }) => {
      const exchanges = [...prepare, ...steps.map(({ exchange }) => exchange)];
      const hangs = exchanges.some(({ failure }) => failure?.code === HANG);
      hangsInARow = hangs ? hangsInARow + 1 : 0;
    },
    whyGivenUp: () =>
      hangsInARow < MAX_HANGS_IN_A_ROW
        ? undefined
        : `Not sent: the ${MAX_HANGS_IN_A_ROW} cases before it were never answered.`,
  };
}

/** Why a case that could not even be prepared says nothing of its clause: whom it asked is dead. */
export function whyUnprepared(world: WorldDescription, record: CaseRecord): string | undefined {
  if (record.prepared || record.steps.length > 0) return undefined;
  const platform = servicesNow(world).find(({ name }) => name === 'platform');
  if (!platform || isAlive(platform)) return undefined;
  return `The platform's process (${platform.pid}) had ended before this case, so nothing was sent.`;
}
