import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const fileRootsByPrefix: Fault = {
  id: 'P-file-roots-by-prefix',
  title: 'a folder is taken for one that its name begins like',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.checkFilePath',
        (check) => (path) => (path?.startsWith('/workspaces/') ? undefined : check(path)),
      ),
    ],
  },
  kills: [{ cases: ['G.2-path@name-like-root'], reason: /^it is refused: 200 / }],
};
