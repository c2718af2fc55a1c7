import { setTimeout as delay } from 'node:timers/promises';
import type { Crew } from '../crew/crew.ts';
import type { Settings } from '../handling/actions.ts';
import type { Budget } from '../handling/grip.ts';
import { ownedGrip } from './grip.ts';
import type { Link } from './link.ts';
import { isPortTaken } from './port-taken.ts';
import type { Service } from './service.ts';

/** A service that is ready, and how it is brought up in the same place when it has ended. */
export interface Settled {
  readonly service: Service;
  /** Where it listens. */
  readonly url: string;
  readonly link?: Link | undefined;
  /** Starts it again, on the port of `url`, and answers when it is ready. Rejects with `EnvironmentError`. */
  again(budget: Budget, env?: Settings): Promise<Service>;
  /** Whether `again` heeds other settings. */
  readonly takesSettings?: true;
}

/** Books a service that is ready, keeps what it takes to handle it, and answers the URL where all others reach it. */
export function settle(crew: Crew, { service, url, link, again, takesSettings }: Settled): string {
  const { name } = service.record;
  const reachedAt = link ? behind(link, url) : url;
  const book = () => crew.ledger.setUrl(name, reachedAt, link && url);
  const revive = async (budget: Budget, env?: Settings) => {
    const revived = await whilePortIsTaken(budget, () => again(budget, env));
    crew.vigil.admit(revived);
    book();
    crew.progress('ready', name);
    return revived;
  };
  link?.aim(Number(new URL(url).port));
  crew.vigil.admit(service);
  book();
  crew.progress('ready', name);
  crew.grips.set(name, ownedGrip(crew.ledger.id, { service, revive, takesSettings, ...(link && { link }) }));
  return reachedAt;
}

/** The same URL, by way of the link before it. */
export function behind(link: Link, url: string): string {
  const reachedAt = new URL(url);
  reachedAt.port = String(link.port);
  return url.endsWith('/') ? reachedAt.href : reachedAt.href.replace(/\/$/, '');
}

const EVERY_MS = 50;

/**
 * While a service is down its port is free, and any connection of this machine may get it for a moment. An attempt that
 * the deadline cuts short says less than the one before it, which is thrown then.
 */
async function whilePortIsTaken(budget: Budget, start: () => Promise<Service>): Promise<Service> {
  for (let taken: unknown; ; ) {
    try {
      return await start();
    } catch (error) {
      if (isPortTaken(error)) taken = error;
      else if (!taken || !budget.deadline.expired()) throw error;
      if (budget.deadline.expired()) throw taken;
      await delay(EVERY_MS);
      budget.signal.throwIfAborted();
    }
  }
}
