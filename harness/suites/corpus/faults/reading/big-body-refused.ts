import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const bigBodyRefused: Fault = {
  id: 'P-big-body-refused',
  title: 'bodies above 60 KB are refused',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.parseBody', (parse) => (body) => (body.length > 60_000 ? undefined : parse(body)))],
  },
  kills: [
    {
      cases: [
        'big-file-bytes',
        'big-metadata',
        'big-text-101k',
        'big-text-64k',
        'big-text-four-bytes',
        'big-text-three-bytes',
        'big-text-under-cap',
      ],
      clause: 'A.1',
      reason: /HTTP 400 and the error "invalid JSON"$/,
      outcome: 'rejected-loud',
    },
    {
      cases: ['v03-many-parts'],
      clause: 'A.7',
      reason: /HTTP 400 and the error "invalid JSON"$/,
      outcome: 'rejected-loud',
    },
    {
      cases: ['poll-big-text'],
      clause: 'A.5',
      reason: /HTTP 400 and the error "invalid JSON"$/,
      outcome: 'rejected-loud',
    },
    {
      cases: ['v03-stream-platform-long'],
      clause: 'A.9',
      reason: /HTTP 400 and the error "invalid JSON"$/,
      outcome: 'rejected-loud',
    },
  ],
};
