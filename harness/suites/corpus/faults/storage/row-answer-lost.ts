import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { ANSWERED_WITH_A_MESSAGE, RESTARTED_IN_FLIGHT, RESTARTED_OTHERWISE } from '../contexts.ts';

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
      cases: [...ANSWERED_WITH_A_MESSAGE, ...RESTARTED_OTHERWISE, ...RESTARTED_IN_FLIGHT, 'v03-unknown-task'],
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
