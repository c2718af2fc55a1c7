import { isAlive, servicesNow, type WorldDescription } from '../../environment/index.ts';
import type { CaseRecord } from './case-record.ts';

/** Why a case that could not even be prepared says nothing of its clause: whom it asked is dead. */
export function whyUnprepared(world: WorldDescription, record: CaseRecord): string | undefined {
  if (record.prepared || record.steps.length > 0) return undefined;
  const platform = servicesNow(world).find(({ name }) => name === 'platform');
  if (!platform || isAlive(platform)) return undefined;
  return `The platform's process (${platform.pid}) had ended before this case, so nothing was sent.`;
}
