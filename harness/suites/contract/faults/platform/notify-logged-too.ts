import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const notifyLoggedToo: Fault = {
  id: 'P-notify-logged-too',
  title: 'what an agent tells its user is told as a row of the log too',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.notify', (notify) => async (platform, id, body) => {
        const outcome = await notify(platform, id, body);
        if ('body' in outcome) platform.broadcaster.emit('ACTIVITY_LOGGED', id, { method: 'notify' });
        return outcome;
      }),
    ],
  },
  kills: [{ cases: ['C.3-sent'], reason: /^the log is told of: true;/ }],
};
