import type { Fault } from '../../../../faults/fault.ts';
import { fieldsOf, forwarded, withParts } from '../request.ts';
import { isTree } from '../values.ts';

export const emptyDataSkipped: Fault = {
  id: 'P-empty-data-skipped',
  title: 'data parts without content are skipped',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      forwarded((request) =>
        withParts(request, (parts) => parts.filter((part) => !isEmpty(fieldsOf(part).data))),
      ),
    ],
  },
  kills: [
    { cases: ['data-empty'], clause: 'A.7', reason: /^params\.message\.parts/, outcome: 'delivered-altered' },
  ],
};

function isEmpty(data: unknown): boolean {
  return isTree(data) && Object.keys(data).length === 0;
}
