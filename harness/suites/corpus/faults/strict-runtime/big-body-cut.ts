import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const bigBodyCut: Fault = {
  id: 'R-big-body-cut',
  title: 'a runtime reads the first 50,000 bytes of a body',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    runtimes: ['strict'],
    seams: [at('runtime.forward', () => (body) => body.subarray(0, 50_000))],
  },
  kills: [
    {
      cases: ['big-text-direct', 'big-text-five-megabytes'],
      clause: 'A2A v0.3.0 message/send',
      reason: /and error -32700/,
      outcome: 'rejected-loud',
    },
    {
      cases: [
        'big-file-bytes',
        'big-metadata',
        'big-text-101k',
        'big-text-64k@strict',
        'big-text-four-bytes',
        'big-text-three-bytes',
        'big-text-under-cap',
      ],
      clause: 'A.1',
      reason: /HTTP 400 and the error "Bad Request"$/,
      outcome: 'rejected-loud',
    },
    {
      cases: ['v03-many-parts'],
      clause: 'A.7',
      reason: /HTTP 400 and the error "Bad Request"$/,
      outcome: 'rejected-loud',
    },
    {
      cases: ['v03-stream-platform-long@strict'],
      clause: 'A.9',
      reason: /HTTP 400 and the error "Bad Request"$/,
      outcome: 'rejected-loud',
    },
    {
      cases: ['v03-stream-long@strict'],
      clause: 'v0.3.0 §7.2',
      reason: /and error -32700/,
      outcome: 'rejected-loud',
    },
    {
      cases: ['poll-big-text'],
      clause: 'A.5',
      reason: /^it arrived, but agent code was never called$/,
      outcome: 'dropped',
    },
  ],
};
