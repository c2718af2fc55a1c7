import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const activityBodiesNull: Fault = {
  id: 'P-contract-activity-bodies-null',
  title: 'documents that an activity does not have are told as null',
  plant: onPlatform(
    at('platform.told', (tell) => (event) => {
      if (event.event !== 'ACTIVITY_LOGGED') return tell(event);
      const { request_body = null, response_body = null } = event.payload;
      return [{ ...event, payload: { ...event.payload, request_body, response_body } }];
    }),
  ),
  kills: [{ cases: ['C.4-absent'], reason: /^documents of the event: / }],
};
