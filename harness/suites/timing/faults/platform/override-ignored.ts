import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../../../contract/faults/on-platform.ts';

export const overrideIgnored: Fault = {
  id: 'M044',
  title: 'the idle time that a heartbeat wishes is ignored',
  plant: onPlatform(at('platform.idleTimeoutMs', () => (platform) => platform.config.idleTimeoutMs)),
  kills: [
    { cases: ['A.8-limit@longer'], reason: /^answered .*: true/ },
    {
      cases: ['A.8-limit@shorter', 'A.8-limit@beside-capabilities'],
      reason: /^the call is over: false/,
    },
  ],
};
