import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const probeOfEveryRefusal: Fault = {
  id: 'P-contract-probe-of-every-refusal',
  title: 'every refusal asks for a box',
  plant: onPlatform(at('platform.isDeadStatus', () => (status) => status >= 400)),
  kills: [
    {
      cases: [
        'A.11-asked-nothing@400',
        'A.11-asked-nothing@401',
        'A.11-asked-nothing@404',
        'A.11-asked-nothing@408',
        'A.11-asked-nothing@429',
        'A.11-asked-nothing@500',
        'A.11-asked-nothing@501',
        'A.11-asked-nothing@505',
        'A.11-asked-nothing@520',
        'A.11-asked-nothing@525',
      ],
      reason: /^the sender is told: 503/,
    },
  ],
};
