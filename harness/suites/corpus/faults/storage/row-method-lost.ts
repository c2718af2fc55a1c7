import type { Fault } from '../../../../faults/fault.ts';
import { IN_CONTEXT } from '../contexts.ts';
import { rowInContext } from '../rows.ts';

export const rowMethodLost: Fault = {
  id: 'P-row-method-lost',
  title: 'a row does not keep the method of the message',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [rowInContext(() => ({ method: undefined }))],
  },
  kills: [{ cases: IN_CONTEXT, clause: 'A.12', reason: /^the row of the message has method null$/ }],
};
