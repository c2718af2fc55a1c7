import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const deleteSwallowsStop: Fault = {
  id: 'M003',
  title: 'a stop that fails is swallowed, and the delete says that all went well',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.stopInstance',
        (stop) =>
          (...given) =>
            stop(...given).catch(() => undefined),
      ),
    ],
  },
  kills: [
    { cases: ['F.4-stop-fails', 'F.4-purge-unstopped'], reason: /^it is said: 200 / },
    { cases: ['F.4-retry'], reason: /^one could not be stopped: 200 / },
  ],
};
