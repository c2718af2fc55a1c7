import type { Neutral } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const polled: Neutral = {
  id: 'N-reply-polled',
  title:
    'a message is answered by a task at work, also where the sender asked to wait, and its answer has to be asked for',
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [
      at('canary.request', (requestOf) => (request) => {
        const { params } = Object(request) as { params?: { configuration?: { blocking?: boolean } } };
        if (params?.configuration) params.configuration.blocking = false;
        return requestOf(request);
      }),
    ],
  },
};
