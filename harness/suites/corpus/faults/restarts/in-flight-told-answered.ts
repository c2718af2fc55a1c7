import type { Fault } from '../../../../faults/fault.ts';
import { brokenInSession } from '../broken-in-session.ts';
import { RESTARTED_IN_FLIGHT } from '../contexts.ts';

export const inFlightToldAnswered: Fault = {
  id: 'P-in-flight-told-answered',
  title: 'a message in the hands of an agent that goes away is told as answered, as the one before it was',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [brokenInSession((_outcome, before) => before)],
  },
  kills: [
    {
      cases: RESTARTED_IN_FLIGHT,
      clause: 'A.10',
      reason: /^the acknowledgement is the sender got HTTP 200 and a result$/,
    },
  ],
};
