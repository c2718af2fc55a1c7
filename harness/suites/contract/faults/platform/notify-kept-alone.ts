import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const notifyKeptAlone: Fault = {
  id: 'P-notify-kept-alone',
  title: 'what an agent tells its user is told to nobody who listens',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.notify',
        (notify) => (platform, id, body) =>
          notify({ ...platform, broadcaster: { ...platform.broadcaster, emit: () => undefined } }, id, body),
      ),
    ],
  },
  kills: [{ cases: ['C.3-sent', 'C.3-attachments'], reason: /^what is told: undefined/ }],
};
