import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const activityWithoutBodies: Fault = {
  id: 'M059',
  title: 'an activity is told without its documents',
  plant: onPlatform(
    at('platform.told', (tell) => (event) => {
      const { request_body: _request, response_body: _response, ...payload } = event.payload;
      return event.event === 'ACTIVITY_LOGGED' ? [{ ...event, payload }] : tell(event);
    }),
  ),
  kills: [
    {
      cases: ['C.4-tells@polled', 'C.4-tells@pushed', 'C.4-tells@logged'],
      reason: /^what is told: .*(request_body|response_body)/,
    },
  ],
};
