import type { Fault } from '../../../../faults/fault.ts';
import { IN_CONTEXT } from '../contexts.ts';
import { rowInContext } from '../rows.ts';

export const rowTargetLost: Fault = {
  id: 'P-row-target-lost',
  title: 'a row does not say which workspace the message was for',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [rowInContext(() => ({ targetId: undefined }))],
  },
  kills: [{ cases: IN_CONTEXT, clause: 'A.12', reason: /^the row of the message has target_id null$/ }],
};
