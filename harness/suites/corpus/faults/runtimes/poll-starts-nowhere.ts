import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const pollStartsNowhere: Fault = {
  id: 'R-poll-starts-nowhere',
  title: 'a polling agent asks for the wrong rows',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    seams: [
      at('runtime.pollPath', () => (workspaceId) => `/workspaces/${workspaceId}/activity?type=none&limit=1`),
    ],
  },
  kills: [
    {
      cases: [
        'hg-content-string-poll',
        'later-poll',
        'poll-big-text',
        'poll-deep',
        'poll-digits',
        'poll-id-zero',
        'poll-nulls',
        'poll-scripts',
        'poll-stream',
        'session-later-poll-three',
        'session-restart-poll',
        'v03-text-poll',
      ],
      clause: 'A.5',
      reason: /^nothing arrived at the runtime; .* is queued$/,
      outcome: 'dropped',
    },
  ],
};
