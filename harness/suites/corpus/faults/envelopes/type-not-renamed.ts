import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const typeNotRenamed: Fault = {
  id: 'P-type-kept',
  title: 'v0.1 parts are forwarded with `type`',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.typeToKind', () => (message) => message)],
  },
  rule: 'renamesType',
  kills: [
    {
      cases: ['hg-content-list-type', 'v01-type-data', 'v01-type-file', 'v01-type-many', 'v01-type-text'],
      clause: 'A.4',
      reason: /^params\.message\.parts\[\d+\]\.kind is missing$/,
    },
    {
      cases: ['v01-file-neither'],
      clause: 'A.4',
      reason: /and error -32602 "Invalid (v0\.3 part kind|params: .*'kind')/,
      outcome: 'rejected-loud',
    },
  ],
};
