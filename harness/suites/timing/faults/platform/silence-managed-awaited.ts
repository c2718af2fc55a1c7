import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const silenceManagedAwaited: Fault = {
  id: 'M148',
  title: 'an instance of the platform’s own that is silent is waited for, and nobody restarts it',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.silences', (silences) => (platform) => {
        return silences(platform).map((each) => ({ ...each, to: 'awaiting_agent' }));
      }),
    ],
  },
  kills: [{ cases: ['E.3-managed-silent'], reason: /^its status after 200 s: .*awaiting_agent/ }],
};
