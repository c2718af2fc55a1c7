import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../../../contract/faults/on-platform.ts';

export const pollRowAfter: Fault = {
  id: 'M177',
  title: 'the row of a queued message is written behind its acknowledgement',
  plant: onPlatform(
    at('platform.deliverToPoll', (deliver) => async (...given) => {
      setTimeout(() => void deliver(...given).catch(() => undefined), 2_000);
    }),
  ),
  kills: [
    {
      cases: ['D-row-first@poll'],
      reason: /^(rows when the acknowledgement came: 0|the acknowledgement waited: false)/,
    },
    { cases: ['D-killed@poll'], reason: /^acknowledged and lost: \["/ },
    { cases: ['A.5-unwritable'], reason: /^it is refused: 200/ },
    {
      cases: ['A.5-odd-text@zero', 'A.5-odd-text@half-a-character', 'A.5-odd-text@many-bytes'],
      reason: /^its rows: 0/,
    },
    { cases: ['D-database-restarts@poll'], reason: /^acknowledged and lost: / },
  ],
};
