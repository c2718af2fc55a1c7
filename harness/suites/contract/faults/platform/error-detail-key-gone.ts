import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const errorDetailKeyGone: Fault = {
  id: 'P-error-detail-key-gone',
  title: 'the word that names a secret goes with it',
  plant: onPlatform(
    at('platform.redactSecrets', (redact) => (text) => {
      return redact(text).replace(/\b(token|apikey|bearer)\s*[=:]?\s*\[REDACTED\]/g, '[REDACTED]');
    }),
  ),
  kills: [
    {
      cases: ({ id }) => /\/C\.4-error-detail@(token|token-equals|api-key|bearer)$/.test(id),
      reason: /^what is told: "\[REDACTED\] is void"/,
    },
  ],
};
