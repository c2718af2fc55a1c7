import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const startParentEmpty: Fault = {
  id: 'M140',
  title: 'an instance without a parent gets an empty PARENT_ID',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.instanceEnvironment', (environment) => (platform, workspace) => {
        return { PARENT_ID: '', ...environment(platform, workspace) };
      }),
    ],
  },
  kills: [{ cases: ['F.5-parent-none'], reason: /^PARENT_ID in its environment: true;/ }],
};
