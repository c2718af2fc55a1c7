import { identify } from './identity.ts';
import { markedProcesses } from './marker.ts';
import { type ServiceRecord, STAGES } from './service.ts';
import { terminate } from './terminate.ts';

/** How long a service has to end when it is asked to, before it is made to. */
export const GRACE_MS = 2000;

/** Ends the services of a world, last stage first, then whatever else carries its marker. Safe to repeat. */
export async function takeDown(worldId: string, services: readonly ServiceRecord[]): Promise<void> {
  for (const stage of STAGES.toReversed()) {
    const members = services.filter((service) => service.stage === stage);
    await Promise.all(members.map((service) => terminate(service, GRACE_MS)));
  }
  const strays = markedProcesses(worldId).filter(({ pid }) => identify(pid) !== undefined);
  await Promise.all(strays.map((stray) => terminate({ ...stray, stopSignal: 'SIGTERM' }, GRACE_MS)));
}
