import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const typeIgnored: Fault = {
  id: 'P-contract-type-ignored',
  title: 'the type that is asked for is not looked at',
  plant: onPlatform(
    at('platform.listActivity', (list) => async (platform, workspaceId, parameters) => {
      return list(platform, workspaceId, { ...parameters, type: undefined });
    }),
  ),
  kills: [{ cases: ['C.1-type'], reason: /^the page: \["error"/ }],
};
