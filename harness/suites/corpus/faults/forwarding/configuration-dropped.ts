import type { Fault } from '../../../../faults/fault.ts';
import { fieldsOf, forwarded } from '../request.ts';

export const configurationDropped: Fault = {
  id: 'P-configuration-dropped',
  title: 'the configuration of a send is dropped',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      forwarded((request) => {
        const { configuration, ...params } = fieldsOf(request.params);
        return configuration === undefined ? request : { ...request, params };
      }),
    ],
  },
  kills: [
    {
      cases: ['hg-content-and-metadata'],
      clause: 'A.4',
      reason: /^params\.configuration is missing$/,
      outcome: 'delivered-altered',
    },
    {
      cases: [
        'v025-accepted-output-modes',
        'v026-blocking',
        'v026-no-accepted-output-modes',
        'v03-configuration-empty',
        'v03-full',
        'v03-history-length-large',
        'v03-history-length-negative',
        'v03-output-modes',
        'v03-unknown-params',
      ],
      clause: 'A.7',
      reason: /^params\.configuration is missing$/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['v03-stream-platform-full'],
      clause: 'A.9',
      reason: /^params\.configuration is missing$/,
      outcome: 'delivered-altered',
    },
  ],
};
