import type { Fault } from '../../../../faults/fault.ts';
import { answerHeadersPassed } from '../answer-headers.ts';

export const retryAfterPassed: Fault = {
  id: 'P-retry-after-passed',
  title: 'the sender of a message that the agent refuses is told when the agent wants to be asked again',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: answerHeadersPassed(
      () => true,
      (name, status) => name === 'retry-after' && status === 409,
    ),
  },
  kills: [
    {
      cases: ['agent-error-told'],
      clause: 'A.9',
      reason: /^the header retry-after of the agent reached the sender$/,
      outcome: 'rejected-loud',
    },
  ],
};
