import { setTimeout as delay } from 'node:timers/promises';
import type { Neutral } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../../../contract/faults/on-platform.ts';

const LATE_MS = 60;

export const repliesLate: Neutral = {
  id: 'N-durability-replies-late',
  title: 'an answer is handed on a while after its row was written',
  plant: onPlatform(
    at('platform.logAnswered', (log) => async (...given) => {
      await log(...given);
      await delay(LATE_MS);
    }),
  ),
};
