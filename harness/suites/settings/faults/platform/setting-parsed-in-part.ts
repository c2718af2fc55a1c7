import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../../../contract/faults/on-platform.ts';

export const settingParsedInPart: Fault = {
  id: 'M037',
  title: 'an idle time is read as far as it is a number',
  plant: onPlatform(
    at('platform.parseIdleTimeout', (parse) => (text = '') => {
      const seconds = Number.parseInt(text, 10);
      return Number.isNaN(seconds) ? parse('') : { timeoutMs: seconds * 1000 };
    }),
  ),
  kills: [
    {
      cases: ['zero', 'negative', 'fraction', 'unit'].map((row) => `A.8-setting@${row}`),
      reason: /^answered 2 s before 300 s: true/,
    },
  ],
};
