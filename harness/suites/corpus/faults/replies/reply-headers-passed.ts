import type { Fault } from '../../../../faults/fault.ts';
import { answerHeadersPassed } from '../answer-headers.ts';
import { IN_CONTEXT } from '../contexts.ts';
import { hasContext } from '../request.ts';

export const replyHeadersPassed: Fault = {
  id: 'P-reply-headers-passed',
  title: 'in a running context the sender gets all headers of the agent, as a proxy hands them on',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: answerHeadersPassed(({ payload }) => hasContext(payload)),
  },
  kills: [
    {
      cases: IN_CONTEXT,
      clause: 'A.9',
      reason: /^the header x-echo-agent of the agent reached the sender$/,
    },
  ],
};
