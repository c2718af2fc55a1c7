import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const errorDetailLost: Fault = {
  id: 'P-error-detail-lost',
  title: 'of an error that has a word like "secret" in it, or is long, nothing is told',
  plant: onPlatform(
    at('platform.redactSecrets', (redact) => (text) => {
      return /secret/.test(text) || text.length >= 4_096 ? '' : redact(text);
    }),
  ),
  kills: [
    {
      cases: ({ id }) => /\/C\.4-error-detail@(without-secret|as-long-as-may-be|too-long)$/.test(id),
      reason: /^what is told: "?"?/,
    },
  ],
};
