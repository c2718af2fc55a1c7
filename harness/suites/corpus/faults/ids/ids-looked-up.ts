import type { Fault } from '../../../../faults/fault.ts';
import { forwarded, type JsonObject } from '../request.ts';

/** Without a call in it, and still not without members. */
const CALLS: JsonObject = {};

export const idsLookedUp: Fault = {
  id: 'P-id-looked-up',
  title: 'a request id that is found in a table of calls is taken for used',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [forwarded((request) => (String(request.id) in CALLS ? { ...request, id: 'used' } : request))],
  },
  kills: [
    { cases: ['id-object-member'], clause: 'A.7', reason: /^id = "used"$/, outcome: 'delivered-altered' },
  ],
};
