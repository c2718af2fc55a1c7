import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const rowAnswerLost: Fault = {
  id: 'P-row-answer-lost',
  title: 'the row of an answered message of a running context keeps the question alone',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.writeActivity', (write) => (platform, activity) => {
        const isOfContext = activity.requestBody?.includes('"contextId"');
        return write(platform, isOfContext ? { ...activity, responseBody: undefined } : activity);
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
        'session-restart-in-flight',
        'session-restart-in-flight-caller',
        'session-restart-in-flight-content',
        'session-restart-mid-answer',
        'session-restart-other-address',
        'session-restart-same-address',
        'session-restart-task-platform',
        'session-restart-unreachable',
        'v03-context',
        'v03-full',
        'v03-unknown-task',
      ],
      clause: 'A.12',
      reason: /^the row of the message has response_body null$/,
    },
    {
      cases: ['session-platform-context'],
      clause: 'A.12',
      reason: /^the row of the message has response_body null$/,
    },
  ],
};
