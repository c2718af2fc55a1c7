import type { Neutral } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const cardReadFirst: Neutral = {
  id: 'N-card-read-first',
  title: 'the platform reads the card of an agent, if it can, before it sends it a message',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.dispatch', (dispatch) => async (call) => {
        const card = await fetch(`${call.url}/.well-known/agent-card.json`).catch(() => undefined);
        await card?.arrayBuffer();
        return dispatch(call);
      }),
    ],
  },
};
