import type { Fault } from '../../../../faults/fault.ts';
import { told } from '../told.ts';

export const errorStatusReplaced: Fault = {
  id: 'P-error-status-replaced',
  title: 'the status of an agent that refuses becomes one of the platform',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [told((_text, { status }) => (status === 409 ? { status: 502 } : {}))],
  },
  kills: [
    {
      cases: ['agent-error-told'],
      clause: 'A.9',
      reason: /^the agent answered HTTP 409, the sender got 502$/,
      outcome: 'rejected-loud',
    },
  ],
};
