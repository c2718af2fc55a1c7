import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../../../contract/faults/on-platform.ts';

export const noticeRowAfter: Fault = {
  id: 'P-notice-row-after',
  title: 'the row of a notice is written behind its acknowledgement',
  plant: onPlatform(
    at('platform.notify', (notify) => async (...given) => {
      setTimeout(() => void notify(...given), 2_000);
      return { status: 200, body: { status: 'sent' } };
    }),
  ),
  kills: [
    {
      cases: ['D-row-first@notify'],
      reason: /^(rows when the acknowledgement came: 0|the acknowledgement waited: false)/,
    },
    { cases: ['D-killed@notify'], reason: /^acknowledged and lost: \["/ },
    { cases: ['D-database-restarts@notify'], reason: /^acknowledged and lost: / },
    { cases: ['D-unwritable@notify'], reason: /^rows in the end: / },
  ],
};
