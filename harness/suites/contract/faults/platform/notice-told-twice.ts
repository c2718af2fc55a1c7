import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const noticeToldTwice: Fault = {
  id: 'P-contract-notice-told-twice',
  title: 'a notice is told as an activity too',
  plant: onPlatform(
    at('platform.told', (tell) => (event) => {
      return event.event === 'AGENT_MESSAGE' ? [event, { ...event, event: 'ACTIVITY_LOGGED' }] : tell(event);
    }),
  ),
  kills: [{ cases: ['C.4-tells@notified'], reason: /^the names of what is told: .*ACTIVITY_LOGGED/ }],
};
