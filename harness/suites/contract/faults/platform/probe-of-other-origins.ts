import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const probeOfOtherOrigins: Fault = {
  id: 'M130',
  title: '520 and 525 ask for a box, and 521 to 523 do not',
  plant: onPlatform(
    at(
      'platform.isDeadStatus',
      (isDead) => (status, rules) =>
        [520, 525].includes(status) || (![521, 522, 523].includes(status) && isDead(status, rules)),
    ),
  ),
  kills: [
    { cases: ['A.11-asked-nothing@520', 'A.11-asked-nothing@525'], reason: /^the sender is told: 503/ },
    { cases: ['A.11-dead@521', 'A.11-dead@522', 'A.11-dead@523'], reason: /^the sender is told: 52[123]/ },
  ],
};
