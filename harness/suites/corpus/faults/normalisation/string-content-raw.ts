import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

const LEFT_BESIDE = /^params\.message\.content = /;
const UNREAD = /^text lost: the runtime received content .+ and agent code read 0 parts$/;

export const stringContentRaw: Fault = {
  id: 'M108',
  title: 'v0.2 string content is forwarded raw',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.contentToParts', () => (message) => message)],
  },
  kills: [
    {
      cases: ['hg-content-string@0.2', 'hg-content-string@0.3', 'hg-stream-content@0.3'],
      clause: 'A.4',
      reason: UNREAD,
    },
    {
      cases: [
        'hg-bare-envelope-content',
        'hg-content-and-metadata',
        'hg-content-multiline',
        'hg-content-string',
        'hg-content-string-no-message-id',
        'hg-content-string-no-role',
        'hg-content-unicode',
        'hg-content-with-type-word',
        'hg-minimal',
        'hg-stream-content@strict',
        'session-platform-context',
      ],
      clause: 'A.4',
      reason: LEFT_BESIDE,
    },
    {
      cases: ['hg-content-string-naive-agent'],
      clause: 'A.4',
      reason: /^the sender got HTTP 200 and a task that failed: "Agent execution error: .*'filter'/,
      outcome: 'failed-task',
    },
    { cases: ['hg-content-string-poll'], clause: 'A.5', reason: LEFT_BESIDE, outcome: 'dropped' },
    {
      cases: ['session-restart-in-flight-content'],
      reason: /^params\.message\.parts is missing$/,
    },
  ],
};
