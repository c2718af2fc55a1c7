import type { Fault } from '../../../../faults/fault.ts';
import { replied } from '../reply.ts';
import { refusedBehindPlatform } from '../where.ts';

export const refusalToldAsSuccess: Fault = {
  id: 'P-refusal-hidden',
  title: 'the refusal of an agent is told as success',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      replied(({ error, ...reply }) =>
        error === undefined ? reply : { ...reply, result: { kind: 'message', role: 'agent', parts: [] } },
      ),
    ],
  },
  kills: [
    { cases: refusedBehindPlatform, reason: /HTTP 200 and a result$/ },
    {
      cases: ['session-restart-task-platform'],
      reason: /HTTP 200 and a result$/,
    },
  ],
};
