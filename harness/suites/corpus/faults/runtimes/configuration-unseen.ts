import type { Fault } from '../../../../faults/fault.ts';
import { fieldsOf, received } from '../request.ts';

export const configurationUnseen: Fault = {
  id: 'R-configuration-unseen',
  title: 'agent code is not told what the sender can take',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    runtimes: ['strict', '1.x'],
    seams: [
      received((document) => {
        const params = fieldsOf(fieldsOf(document).params);
        const { acceptedOutputModes, ...configuration } = fieldsOf(params.configuration);
        return acceptedOutputModes === undefined
          ? document
          : { ...fieldsOf(document), params: { ...params, configuration } };
      }),
    ],
  },
  kills: [
    {
      cases: ['hg-content-and-metadata@strict', 'hg-content-and-metadata@1.x'],
      clause: 'A.4',
      reason: /^agent code saw params\.configuration\.acceptedOutputModes /,
      outcome: 'delivered-altered',
    },
    {
      cases: [
        'v025-accepted-output-modes@1.x',
        'v025-accepted-output-modes@strict',
        'v026-blocking@1.x',
        'v026-blocking@strict',
        'v03-full@1.x',
        'v03-full@strict',
        'v03-history-length-large@strict',
        'v03-history-length-negative@strict',
        'v03-output-modes',
      ],
      clause: 'A.7',
      reason: /^agent code saw params\.configuration\.acceptedOutputModes /,
      outcome: 'delivered-altered',
    },
    {
      cases: ['v1-metadata', 'v1-request-metadata'],
      clause: 'A2A 1.0 SendMessage',
      reason: /^agent code saw params\.configuration\.acceptedOutputModes /,
      outcome: 'delivered-altered',
    },
    {
      cases: ['v03-stream-platform-full'],
      clause: 'A.9',
      reason: /^agent code saw params\.configuration\.acceptedOutputModes /,
      outcome: 'delivered-altered',
    },
  ],
};
