import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const startParentUntold: Fault = {
  id: 'P-start-parent-untold',
  title: 'an instance is not told its parent',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.instanceEnvironment', (environment) => (platform, workspace) => {
        return environment(platform, { ...workspace, parent_id: null });
      }),
    ],
  },
  kills: [{ cases: ['F.5-parent'], reason: /^the call: .*PARENT_ID/ }],
};
