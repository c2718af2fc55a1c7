import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const registerModeUnchecked: Fault = {
  id: 'M105',
  title: 'an unknown mode gets as far as the database',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.register', (register) => async (platform, body, bearer) => {
        const mode = body?.delivery_mode ?? '';
        if (mode === '' || mode === 'push' || mode === 'poll') return register(platform, body, bearer);
        return { refused: { status: 500, body: { error: 'registration failed' } } };
      }),
    ],
  },
  kills: [
    { cases: ['E.1-refused@mode-unknown', 'E.1-refused@mode-case'], reason: /^it is refused: 500 / },
    { cases: ['E.1-order@mode-before-bearer'], reason: /^what comes first decides: 500 / },
  ],
};
