import type { Fault } from '../../../../faults/fault.ts';
import { IN_CONTEXT } from '../contexts.ts';
import { rowInContext } from '../rows.ts';

export const rowTypeOtherwise: Fault = {
  id: 'P-row-type-otherwise',
  title: 'the row of a message that came in says that one was sent',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [rowInContext(() => ({ type: 'a2a_send' }))],
  },
  kills: [{ cases: IN_CONTEXT, clause: 'A.12', reason: /^the activity has \d rows of \d messages$/ }],
};
