import type { Fault } from '../../../../faults/fault.ts';
import { IN_CONTEXT } from '../contexts.ts';
import { rowInContext } from '../rows.ts';

export const rowSummaryOtherwise: Fault = {
  id: 'P-row-summary-otherwise',
  title: 'the summary of a row names the workspace without the method',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [rowInContext(({ summary }) => ({ summary: summary?.replace(/^.* → /, '') }))],
  },
  kills: [{ cases: IN_CONTEXT, clause: 'A.12', reason: /^the row of the message has summary "[a-z0-9-]+"$/ }],
};
