import { setTimeout as delay } from 'node:timers/promises';
import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../../../contract/faults/on-platform.ts';

export const rowDiesWithClient: Fault = {
  id: 'M175',
  title: 'a row is given up with the client that hung up',
  plant: onPlatform(
    at('platform.logAnswered', (log) => async (call, ...given) => {
      await delay(1_000);
      if (!call.signal.aborted) await log(call, ...given);
    }),
  ),
  kills: [{ cases: ['D-hung-up@push'], reason: /^rows in the end: 0/ }],
};
