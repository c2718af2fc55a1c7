import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const responseToAgents: Fault = {
  id: 'P-contract-response-to-agents',
  title: 'the answer to an agent is told to the canvas',
  plant: onPlatform(
    at('platform.told', (tell) => (event) => {
      const { response_body, source_id } = event.payload;
      const isAnswer =
        event.event === 'ACTIVITY_LOGGED' &&
        response_body !== undefined &&
        source_id !== null &&
        event.payload.method === 'message/send';
      return isAnswer
        ? [event, { ...event, event: 'A2A_RESPONSE', payload: { response_body } }]
        : tell(event);
    }),
  ),
  kills: [{ cases: ['C.4-tells@pushed-by-itself'], reason: /^the names of what is told: .*A2A_RESPONSE/ }],
};
