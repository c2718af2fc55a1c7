import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const pauseSilent: Fault = {
  id: 'P-pause-silent',
  title: 'a pause has no event',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.pauseWorkspace', (pause) => (platform, id) => {
        return pause(
          { ...platform, broadcaster: { ...platform.broadcaster, record: async () => undefined } },
          id,
        );
      }),
    ],
  },
  kills: [{ cases: ['F.6-pause'], reason: /^its event: undefined/ }],
};
