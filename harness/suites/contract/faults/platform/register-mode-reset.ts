import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const registerModeReset: Fault = {
  id: 'M106',
  title: 'a registration that names no mode makes the workspace one that is pushed to',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.resolveMode', (resolve) => (given, row) => {
        return given === '' && row?.delivery_mode === 'poll' ? 'push' : resolve(given, row);
      }),
    ],
  },
  kills: [
    { cases: ['E.1-mode-kept'], reason: /^poll is kept: 400 / },
    { cases: ['E.1-card'], reason: /^it is registered: 400 / },
    { cases: ['E.1-known'], reason: /^it is registered: 200 .*delivery_mode/ },
  ],
};
