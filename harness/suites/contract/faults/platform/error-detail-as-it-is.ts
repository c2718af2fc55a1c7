import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const errorDetailAsItIs: Fault = {
  id: 'P-error-detail-as-it-is',
  title: 'what an error says is told as it is, secrets and all',
  plant: onPlatform(at('platform.redactSecrets', () => (text) => text)),
  kills: [
    {
      cases: ({ id }) => /\/C\.4-error-detail@(jwt|token|token-equals|api-key|bearer|too-long)$/.test(id),
      reason: /^what is told: /,
    },
  ],
};
