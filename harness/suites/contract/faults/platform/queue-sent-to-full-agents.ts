import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const queueSentToFullAgents: Fault = {
  id: 'P-queue-sent-to-full-agents',
  title: 'what waits is sent to an agent that has enough to do',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.heartbeat',
        (hear) => (platform, body, bearer) => hear(platform, body && { ...body, active_tasks: 0 }, bearer),
      ),
    ],
  },
  kills: [{ cases: ['B-full-agent'], reason: /^requests to the agent: 2;/ }],
};
