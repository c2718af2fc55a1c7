import type { Neutral } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const rowsWithMore: Neutral = {
  id: 'N-cursor-rows-with-more',
  title: 'rows come with members that nobody has asked for',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.listActivity', (list) => async (...given) => {
        const outcome = await list(...given);
        if ('refused' in outcome || !Array.isArray(outcome.body)) return outcome;
        const rows: readonly unknown[] = outcome.body;
        return { ...outcome, body: rows.map((row) => ({ ...Object(row), severity: 'info' })) };
      }),
    ],
  },
};
