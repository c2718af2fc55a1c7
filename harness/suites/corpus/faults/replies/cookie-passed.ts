import type { Fault } from '../../../../faults/fault.ts';
import { answerHeadersPassed } from '../answer-headers.ts';

export const cookiePassed: Fault = {
  id: 'P-cookie-passed',
  title: 'a cookie of the agent is set for the platform, where a workspace has spoken',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: answerHeadersPassed(
      ({ caller }) => caller.id !== '',
      (name) => name === 'set-cookie',
    ),
  },
  kills: [
    {
      cases: ['v03-caller-both', 'v03-caller-bearer'],
      clause: 'A.9',
      reason: /^the header set-cookie of the agent reached the sender$/,
      outcome: 'delivered',
    },
    {
      cases: ['session-restart-in-flight-caller'],
      clause: 'A.9',
      reason: /^the header set-cookie of the agent reached the sender$/,
    },
  ],
};
