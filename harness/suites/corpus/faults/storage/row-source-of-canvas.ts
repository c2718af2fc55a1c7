import type { Fault } from '../../../../faults/fault.ts';
import { IN_CONTEXT } from '../contexts.ts';
import { rowInContext } from '../rows.ts';

export const rowSourceOfCanvas: Fault = {
  id: 'P-row-source-of-canvas',
  title: 'the row of a message from the canvas has the workspace itself as its source',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [rowInContext(({ targetId }) => ({ sourceId: targetId }))],
  },
  kills: [
    { cases: IN_CONTEXT, clause: 'A.12', reason: /^the row of the message has source_id "[0-9a-f-]{36}"$/ },
  ],
};
