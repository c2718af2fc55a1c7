import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const fileRootRefused: Fault = {
  id: 'P-file-root-refused',
  title: 'a root itself may not be asked for',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.checkFilePath',
        (check) => (path) => (path === '/workspace' ? check('/etc') : check(path)),
      ),
    ],
  },
  kills: [{ cases: ['G.1-path@root'], reason: /^it is answered: 400 / }],
};
