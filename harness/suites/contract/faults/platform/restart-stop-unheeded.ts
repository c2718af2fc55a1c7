import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const restartStopUnheeded: Fault = {
  id: 'P-restart-stop-unheeded',
  title: 'a restart goes on when the stop failed, and forgets the instance',
  rule: 'stopHeedsStatus',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.restartRequest', (restart) => (platform, ...given) => {
        const { controlPlane } = platform;
        const stop: NonNullable<typeof controlPlane>['stop'] = async (...of) => {
          await controlPlane?.stop(...of).catch(() => undefined);
        };
        return restart({ ...platform, controlPlane: controlPlane && { ...controlPlane, stop } }, ...given);
      }),
    ],
  },
  kills: [{ cases: ['F.6-stop-fails'], reason: /^its status: / }],
};
