import type { Entry } from '../../corpus/entry.ts';
import type { RuntimeSetup } from './runtime-control.ts';

/** How the agent of an entry is set up: as the entry says, and as its steps need it. */
export function setupOf({ agent, route, steps }: Entry): RuntimeSetup {
  const holds = route === 'direct' && steps.some(({ hangUp }) => hangUp);
  return { ...agent, ...(holds && { hold: true }), ...(restarts({ route, steps }) && { ownPort: true }) };
}

/** Whether the agent goes away in the session, and the platform has to find it again. */
export function restarts({ route, steps }: Pick<Entry, 'route' | 'steps'>): boolean {
  return route === 'platform' && steps.some(({ restart }) => restart);
}
