import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const cardUntold: Fault = {
  id: 'P-contract-card-untold',
  title: 'neither another card nor that of who registers is told',
  plant: onPlatform(
    at('platform.told', (tell) => (event) => {
      if (event.event === 'AGENT_CARD_UPDATED') return [];
      const { agent_card: _card, ...payload } = event.payload;
      return event.event === 'WORKSPACE_ONLINE' ? [{ ...event, payload }] : tell(event);
    }),
  ),
  kills: [
    { cases: ['C.4-tells@card'], reason: /^the names of what is told: \[\]/ },
    { cases: ['C.4-tells@registered'], reason: /^what is told: .*agent_card/ },
  ],
};
