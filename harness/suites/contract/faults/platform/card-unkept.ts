import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const cardUnkept: Fault = {
  id: 'P-contract-card-unkept',
  title: 'another card is acknowledged, and not kept',
  plant: onPlatform(
    at('platform.updateCard', (update) => async (platform, body, bearer) => {
      const outcome = await update(
        platform,
        { ...body, workspace_id: body?.workspace_id ?? '', agent_card: {} },
        bearer,
      );
      return outcome;
    }),
  ),
  kills: [
    { cases: ['E.2-card-updated'], reason: /./ },
    { cases: ['C.4-tells@card'], clause: 'C.4', reason: /agent_card|name/ },
  ],
};
