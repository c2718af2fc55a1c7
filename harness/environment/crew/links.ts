import { HarnessError } from '../../support/errors.ts';
import type { BootOptions } from '../boot-options.ts';

/** Whether a service is to be reached by a link. */
export function isLinked({ links = [] }: BootOptions, name: string): boolean {
  return links === true || links.includes(name);
}

/** Links live in the process that owns the world, and hand on to processes of this machine. Throws `HarnessError`. */
export function demandLinksPossible({ links = [], keepAlive, mode }: BootOptions): void {
  if (links !== true && links.length === 0) return;
  if (keepAlive) throw noLinks('A world that is left running has no owner in which its links could live.');
  if (mode === 'compose')
    throw noLinks('In containers all services share one network, so no link can stand before one of them.');
}

/** Makes sure that every link that was asked for stands before a service. Throws `HarnessError`. */
export function demandLinksUsed({ links = [] }: BootOptions, services: readonly string[]): void {
  const unused = links === true ? [] : links.filter((name) => !services.includes(name));
  if (unused.length > 0)
    throw noLinks(
      `There is no ${unused.join(', ')} to put a link before.`,
      `There are: ${services.join(', ')}.`,
    );
}

function noLinks(message: string, fix = 'Boot the world without `links`.'): HarnessError {
  return new HarnessError({ code: 'NO_LINKS_HERE', message, fix });
}
