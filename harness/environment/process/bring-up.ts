import type { Crew, ServiceOrder } from '../crew/crew.ts';
import type { Budget } from '../handling/grip.ts';
import type { Service } from './service.ts';
import { GRACE_MS } from './take-down.ts';
import { terminate } from './terminate.ts';
import { type ReadyProbe, waitReady } from './wait-ready.ts';

/** Starts a process and awaits what its probe answers; one that does not get ready is ended. Throws `EnvironmentError`. */
export async function bringUp<T>(
  crew: Crew,
  order: ServiceOrder,
  probeFor: (service: Service) => ReadyProbe<T>,
  { deadline, signal }: Budget,
): Promise<{ readonly service: Service; readonly answer: T }> {
  const service = await crew.start(order);
  try {
    return { service, answer: await waitReady(service, probeFor(service), deadline, signal) };
  } catch (error) {
    await terminate(service.record, GRACE_MS);
    throw error;
  }
}
