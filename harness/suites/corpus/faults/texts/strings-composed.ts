import type { Fault } from '../../../../faults/fault.ts';
import { respelled } from '../values.ts';

export const stringsComposed: Fault = {
  id: 'P-strings-composed',
  title: 'all strings are composed (NFC)',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [respelled((json) => json.normalize('NFC'))],
  },
  kills: [
    {
      cases: ['hg-content-unicode', 'metadata-key-composed'],
      clause: 'A.4',
      reason: /^params\.message\./,
      outcome: 'delivered-altered',
    },
    { cases: ['poll-scripts'], clause: 'A.5', reason: /^params\.message\./, outcome: 'delivered-altered' },
    {
      cases: [
        'file-two-forms-of-name',
        'message-id-decomposed',
        'text-combining',
        'text-decomposed',
        'v03-unicode',
      ],
      clause: 'A.7',
      reason: /^params\.message\./,
      outcome: 'delivered-altered',
    },
  ],
};
