import type { Fault } from '../../../../faults/fault.ts';
import { answerHeadersPassed } from '../answer-headers.ts';
import { hasContext } from '../request.ts';
import { RESTARTED } from '../where.ts';

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
      cases: [
        'context-id-long',
        'context-id-mixed-case',
        'context-id-path',
        'context-id-urn',
        'context-id-zero',
        'hg-content-and-metadata',
        'session-platform-context',
        ...RESTARTED,
        'session-restart-in-flight-caller',
        'session-restart-task-platform',
        'session-restart-unreachable',
        'v03-context',
        'v03-full',
        'v03-stream-platform-full',
        'v03-unknown-task',
      ],
      clause: 'A.9',
      reason: /^the header x-echo-agent of the agent reached the sender$/,
    },
  ],
};
