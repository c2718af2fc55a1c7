import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const deleteRootInstanceAlone: Fault = {
  id: 'P-delete-root-instance-alone',
  title: 'the instances of descendants run on',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.deleteWorkspace', (remove) => (platform, id, order) => {
        const { controlPlane } = platform;
        if (!controlPlane) return remove(platform, id, order);
        const stop: typeof controlPlane.stop = async (of, ...given) => {
          if (of === id) await controlPlane.stop(of, ...given);
        };
        return remove({ ...platform, controlPlane: { ...controlPlane, stop } }, id, order);
      }),
    ],
  },
  kills: [
    { cases: ['F.4-instance-stopped'], reason: /^it is stopped once: 0;/ },
    { cases: ['F.4-retry'], reason: /^one could not be stopped: 200 / },
    { cases: ['F.4-hangs-up'], reason: /^stops of the child: 0;/ },
  ],
};
