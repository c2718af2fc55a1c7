import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const toldInSeconds: Fault = {
  id: 'P-contract-told-in-seconds',
  title: 'events have the seconds of their time where milliseconds belong',
  plant: onPlatform(
    at('platform.told', () => (event) => {
      return [{ ...event, atMs: Math.round(event.atMs / 1000) }];
    }),
  ),
  kills: [{ cases: ['C.4-form', 'C.4-stream'], reason: /^its time is about now: false/ }],
};
