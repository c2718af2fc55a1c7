import type { Fault } from '../../../../faults/fault.ts';
import { brokenInSession } from '../broken-in-session.ts';

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
      cases: [
        'session-restart-in-flight',
        'session-restart-in-flight-content',
        'session-restart-in-flight-caller',
      ],
      clause: 'A.10',
      reason: /^the acknowledgement is the sender got HTTP 200 and a result$/,
    },
  ],
};
