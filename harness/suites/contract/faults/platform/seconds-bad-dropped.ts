import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const secondsBadDropped: Fault = {
  id: 'M075',
  title: 'since_secs that is no number of seconds is dropped',
  plant: onPlatform(
    at('platform.listActivity', (list) => async (platform, workspaceId, parameters) => {
      const outcome = await list(platform, workspaceId, parameters);
      const isRefused =
        'refused' in outcome && JSON.stringify(outcome.refused.body).includes('since_secs must');
      return isRefused ? list(platform, workspaceId, { ...parameters, since_secs: undefined }) : outcome;
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
  ],
};
