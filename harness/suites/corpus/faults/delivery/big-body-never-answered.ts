import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const bigBodyNeverAnswered: Fault = {
  id: 'P-big-body-unanswered',
  title: 'a big message is never answered',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.dispatch',
        (dispatch) => (call) => (call.bytes.length > 500_000 ? new Promise(() => undefined) : dispatch(call)),
      ),
    ],
  },
  deadlineMs: 3000,
  kills: [
    {
      cases: ['big-text-four-bytes', 'big-text-under-cap'],
      clause: 'A.1',
      reason: /\(HANG: no complete reply within 3000 ms\)$/,
      outcome: 'hang',
    },
  ],
};
