import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { hasContext } from '../request.ts';

export const pushRowLost: Fault = {
  id: 'P-push-row-lost',
  title: 'an answered message of a running context leaves no row',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.logAnswered', (log) => async (call, ...rest) => {
        if (!hasContext(call.payload)) await log(call, ...rest);
      }),
    ],
  },
  kills: [
    {
      cases: [
        'context-id-long',
        'context-id-mixed-case',
        'context-id-path',
        'context-id-urn',
        'context-id-zero',
        'hg-content-and-metadata',
        'v03-context',
        'v03-full',
        'v03-stream-platform-full',
        'v03-unknown-task',
      ],
      clause: 'A.12',
      reason: /^the activity has 0 rows of 1 messages$/,
    },
    {
      cases: ['session-platform-context'],
      clause: 'A.12',
      reason: /^the activity has 1 rows of 2 messages$/,
    },
    {
      cases: [
        'session-restart-mid-answer',
        'session-restart-other-address',
        'session-restart-same-address',
        'session-restart-task-platform',
        'session-restart-unreachable',
      ],
      clause: 'A.12',
      reason: /^the activity has [12] rows of [34] messages$/,
    },
    {
      cases: [
        'session-restart-in-flight',
        'session-restart-in-flight-caller',
        'session-restart-in-flight-content',
      ],
      clause: 'A.12',
      reason: /^the activity has 2 rows of 3 messages$/,
    },
  ],
};
