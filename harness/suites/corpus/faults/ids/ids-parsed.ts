import type { Fault } from '../../../../faults/fault.ts';
import { forwarded } from '../request.ts';

export const idsParsed: Fault = {
  id: 'P-id-parsed',
  title: 'a request id that spells a number or a literal becomes one',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      forwarded(({ id, ...request }) => ({
        ...request,
        id: typeof id === 'string' && /^(\d+|null)$/.test(id) ? JSON.parse(id.replace(/^0+/, '')) : id,
      })),
    ],
  },
  kills: [
    {
      cases: ['id-digits-as-text', 'id-leading-zeros'],
      clause: 'A.7',
      reason: /^id = (\d+|null)$|the error|error -32/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['id-word-null'],
      clause: 'A.7',
      reason: /^id = (\d+|null)$|the error|error -32/,
      outcome: 'rejected-loud',
    },
  ],
};
