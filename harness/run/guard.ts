import type { Loss, World } from '../environment/index.ts';
import type { Suite } from '../suites/suite.ts';
import type { Act } from './acts.ts';
import type { Records } from './records.ts';
import type { Guard } from './stage.ts';

/** Begins to look after the services of a world. The first that is lost ends the cases of the act. */
export function guardWorld(world: World, act: Act, records: Records): Guard {
  const ending = new AbortController();
  const note = (loss: Loss) => {
    if (ending.signal.aborted) return;
    records.append({
      event: 'service.lost',
      ...loss,
      isSubject: loss.service === subjectOf(world) || loss.state === 'unreachable',
      suites: act.suites.filter(livesIn).map(({ name }) => name),
    });
    ending.abort();
  };
  const listening = world.onLoss(note);
  return {
    signal: ending.signal,
    intact: async () => {
      const loss = await world.lost();
      if (loss) note(loss);
      return !ending.signal.aborted;
    },
    [Symbol.dispose]: () => listening[Symbol.dispose](),
  };
}

/** The service that is the subject, where we have started it; all others are provided by us. */
export function subjectOf({ subject, canary }: Pick<World, 'subject' | 'canary'>): string | undefined {
  return subject.kind === 'runtime' ? canary?.service : 'platform';
}

/** Whether a suite has cases in a world; others go on without it. */
export function livesIn({ needs }: Pick<Suite, 'needs'>): boolean {
  return needs.some((need) => need !== 'source-tree' && need !== 'browser');
}
