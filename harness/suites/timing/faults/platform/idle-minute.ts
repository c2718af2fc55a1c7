import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../../../contract/faults/on-platform.ts';

export const idleMinute: Fault = {
  id: 'M036',
  title: 'an agent that says nothing for a minute is given up',
  plant: onPlatform(
    at(
      'platform.idleTimeoutMs',
      (limit) =>
        (...given) =>
          Math.min(limit(...given), 60_000),
    ),
  ),
  kills: [
    {
      cases: [
        'A.8-limit@usual',
        'A.8-limit@longer',
        'A.8-limit@zero',
        'A.8-limit@negative',
        'A.8-kept-alive',
      ],
      reason: /^answered .*: true/,
    },
  ],
};
