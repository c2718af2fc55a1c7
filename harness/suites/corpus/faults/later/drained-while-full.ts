import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { waitsInQueue } from '../where.ts';

export const drainedWhileFull: Fault = {
  id: 'Q-drained-while-full',
  title: 'the heartbeat of an agent that has as much to do as it can take brings what waits',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.heartbeat',
        (heartbeat) => (platform, body, bearer) =>
          heartbeat(platform, body && { ...body, active_tasks: 0 }, bearer),
      ),
    ],
  },
  kills: [{ cases: waitsInQueue, clause: 'B', reason: /^the agent got .* before it came back$/ }],
};
