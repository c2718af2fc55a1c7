import type { Fault } from '../../../../faults/fault.ts';
import { refused } from '../broken.ts';
import { brokenInSession } from '../broken-in-session.ts';
import { RESTARTED_IN_FLIGHT } from '../contexts.ts';

export const inFlightLost: Fault = {
  id: 'P-in-flight-lost',
  title: 'a message in the hands of an agent that goes away is refused, and does not wait',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [brokenInSession(() => ({ kind: 'unreachable', error: refused() }))],
  },
  kills: [
    {
      cases: RESTARTED_IN_FLIGHT,
      clause: 'A.10',
      reason:
        /^the acknowledgement is the sender got HTTP 502 and the error "failed to reach workspace agent"$/,
    },
  ],
};
