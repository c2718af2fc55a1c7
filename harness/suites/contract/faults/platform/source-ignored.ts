import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const sourceIgnored: Fault = {
  id: 'P-contract-source-ignored',
  title: 'the source that is asked for is not looked at',
  plant: onPlatform(
    at('platform.listActivity', (list) => async (platform, workspaceId, parameters) => {
      return list(platform, workspaceId, { ...parameters, source: undefined });
    }),
  ),
  kills: [
    { cases: ['C.1-asks@source-other'], reason: /^the platform answers: 200/ },
    { cases: ['C.1-source'], reason: /^of the canvas: / },
  ],
};
