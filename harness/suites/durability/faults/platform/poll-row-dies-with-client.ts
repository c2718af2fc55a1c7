import { setTimeout as delay } from 'node:timers/promises';
import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../../../contract/faults/on-platform.ts';

export const pollRowDiesWithClient: Fault = {
  id: 'P-poll-row-dies-with-client',
  title: 'a queued message is given up with the client that hung up',
  plant: onPlatform(
    at('platform.deliverToPoll', (deliver) => async (call, name) => {
      await delay(1_000);
      if (!call.signal.aborted) await deliver(call, name);
    }),
  ),
  kills: [{ cases: ['D-hung-up@poll'], reason: /^rows in the end: 0/ }],
};
