import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { recallsAll } from '../knows-everything.ts';

export const namelessShared: Fault = {
  id: 'K-nameless-shared',
  title: 'messages without a contextId share a session',
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [
      at('canary.request', (requestOf) => (request) => {
        const { params } = Object(request) as { params?: { message?: { contextId?: string } } };
        if (params?.message && params.message.contextId === undefined) params.message.contextId = 'nameless';
        return requestOf(request);
      }),
      recallsAll,
    ],
  },
  kills: [{ cases: ['no-context-id'], clause: 'J', reason: /^turn 2: the agent answered "Your name is / }],
};
