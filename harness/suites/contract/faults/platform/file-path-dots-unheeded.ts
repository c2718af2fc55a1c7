import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const filePathDotsUnheeded: Fault = {
  id: 'P-file-path-dots-unheeded',
  title: 'a path may climb out of its folder',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.checkFilePath', (check) => (path) => {
        const refused = check(path);
        return refused?.refused.body !== null && /invalid path/.test(JSON.stringify(refused?.refused.body))
          ? undefined
          : refused;
      }),
    ],
  },
  kills: [
    {
      cases: ['G.2-path@dots', 'G.2-path@dots-in-name', 'G.2-path@two-slashes', 'G.2-path@single-dot'],
      reason: /^it is refused: 200 /,
    },
  ],
};
