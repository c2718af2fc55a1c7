import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';
import type { PlatformEvent } from '../told.ts';

export const responseBeforeRow: Fault = {
  id: 'P-contract-response-before-row',
  title: 'an answer is told before the row of its message',
  plant: onPlatform(
    at('platform.told', (tell) => {
      const held = new Map<string, PlatformEvent>();
      return (event) => {
        const { workspaceId, payload } = event;
        if (
          event.event === 'ACTIVITY_LOGGED' &&
          payload.response_body &&
          payload.source_id === null &&
          payload.duration_ms !== null
        ) {
          held.set(workspaceId, event);
          return [];
        }
        const row = event.event === 'A2A_RESPONSE' ? held.get(workspaceId) : undefined;
        held.delete(workspaceId);
        return row ? [event, row] : tell(event);
      };
    }),
  ),
  kills: [{ cases: ['C.4-tells@pushed'], reason: /^the names of what is told: \["A2A_RESPONSE"/ }],
};
