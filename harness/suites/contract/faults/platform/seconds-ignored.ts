import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const secondsIgnored: Fault = {
  id: 'M074',
  title: 'since_secs is not looked at',
  plant: onPlatform(
    at('platform.listActivity', (list) => async (platform, workspaceId, parameters) => {
      return list(platform, workspaceId, { ...parameters, since_secs: undefined });
    }),
  ),
  kills: [
    {
      cases: [
        'C.1-asks@seconds-zero',
        'C.1-asks@seconds-negative',
        'C.1-asks@seconds-word',
        'C.1-asks@seconds-fraction',
        'C.1-asks@seconds-beyond-64-bits',
        'C.1-asks@seconds-before-cursor',
      ],
      reason: /^the platform answers: (200|410)/,
    },
    {
      cases: ['C.1-window@outside', 'C.1-window@clamped-to-a-month', 'C.1-cursor-and-window'],
      reason: /^the page: .*old/,
    },
  ],
};
