import { openDesk } from '../handling/desk.ts';
import { openOffice } from '../handling/office.ts';
import type { ReadyPart } from '../registry/ledger.ts';
import { watchElsewhere } from '../vigil/elsewhere.ts';
import { excused } from '../vigil/excused.ts';
import type { World } from '../world.ts';
import type { Crew } from './crew.ts';
import { demandLinksUsed } from './links.ts';

/**
 * Closes the boot of a world: from now on it takes orders, and stands in its book as ready. One that is kept alive takes
 * none, because nobody will be there; it is only let go of, and whoever wants it gone stops it by its id.
 */
export async function readyWorld(crew: Crew, part: Omit<ReadyPart, 'handling' | 'secrets'>): Promise<World> {
  const { options, ledger, credentials, grips, signal, vigil } = crew;
  const watched = watchElsewhere(part.subject, vigil);
  demandLinksUsed(options, [...grips.keys()]);
  crew.booted();
  if (options.keepAlive) {
    const description = ledger.ready({ ...part, secrets: credentials.all() });
    return { ...description, ...watched, [Symbol.asyncDispose]: () => Promise.resolve() };
  }
  const hands = new Map([...grips].map(([name, grip]) => [name, excused(grip, vigil)]));
  const desk = openDesk(ledger, hands, signal);
  const { endpoint } = crew.keep(await openOffice(desk, credentials.fresh()));
  const description = ledger.ready({ ...part, handling: endpoint, secrets: credentials.all() });
  return { ...description, ...watched, [Symbol.asyncDispose]: () => crew.close() };
}
