import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const secondsRefused: Fault = {
  id: 'P-contract-seconds-refused',
  title: 'since_secs is refused whatever it says',
  plant: onPlatform(
    at('platform.listActivity', (list) => async (platform, workspaceId, parameters) => {
      if (parameters.since_secs === undefined) return list(platform, workspaceId, parameters);
      return { refused: { status: 400, body: { error: 'since_secs must be a positive integer' } } };
    }),
  ),
  kills: [
    { cases: ['C.1-asks@seconds-one', 'C.1-asks@seconds-many'], reason: /^the platform answers: 400/ },
    {
      cases: [
        'C.1-window@inside',
        'C.1-window@outside',
        'C.1-window@nearly-a-month',
        'C.1-window@clamped-to-a-month',
        'C.1-cursor-and-window',
      ],
      reason: /^the page: \[\]/,
    },
  ],
};
