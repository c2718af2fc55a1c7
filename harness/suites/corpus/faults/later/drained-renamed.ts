import type { Seams } from '../../../../../compose/seams.ts';
import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { RESTARTED_IN_FLIGHT } from '../contexts.ts';
import { waitsInQueue } from '../where.ts';

type Item = Parameters<Seams['platform.sendItem']>[2];

function renamed(item: Item): Item {
  return { ...item, body: item.body.replace(/("messageId":")/, '$1again-') };
}

export const drainedRenamed: Fault = {
  id: 'Q-drained-renamed',
  title: 'what waits is repaired once more when it is sent, and gets another message id',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.sendItem', (send) => (platform, id, item) => send(platform, id, renamed(item)))],
  },
  kills: [
    {
      cases: waitsInQueue,
      clause: 'B',
      reason: /^what was sent later has params\.message\.messageId = "again-/,
    },
    {
      cases: RESTARTED_IN_FLIGHT,
      clause: 'B',
      reason: /^what was sent later has params\.message\.messageId = "again-/,
    },
  ],
};
