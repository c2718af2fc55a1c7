import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const creationUntold: Fault = {
  id: 'P-contract-creation-untold',
  title: 'an external workspace is not told to be provisioned',
  plant: onPlatform(
    at('platform.told', (tell) => (event) => {
      return event.event === 'WORKSPACE_PROVISIONING' && event.payload.runtime === 'external'
        ? []
        : tell(event);
    }),
  ),
  kills: [{ cases: ['C.4-created'], reason: /^what is told: / }],
};
