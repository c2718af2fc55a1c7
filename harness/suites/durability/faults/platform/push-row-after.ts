import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../../../contract/faults/on-platform.ts';

export const pushRowAfter: Fault = {
  id: 'M174',
  title: 'the row of a pushed message is written behind its answer',
  plant: onPlatform(
    at('platform.logAnswered', (log) => async (call, ...given) => {
      setTimeout(() => void log(call, ...given), 2_000);
    }),
  ),
  kills: [
    {
      cases: ['D-row-first@push'],
      reason: /^(rows when the acknowledgement came: 0|the acknowledgement waited: false)/,
    },
    { cases: ['D-killed@push'], reason: /^acknowledged and lost: \["/ },
    { cases: ['D-unwritable@push'], reason: /^rows in the end: 0/ },
    { cases: ['D-database-restarts@push'], reason: /^acknowledged and lost: / },
  ],
};
