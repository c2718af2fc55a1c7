import type { Fault } from '../../../../faults/fault.ts';
import { fieldsOf, received } from '../request.ts';

const CONTEXT = 'ctx-continuity-0001';

/** As a runtime has them that keeps the metadata of one request for the next. */
const OF_ANOTHER = { traceId: 'of-another-caller' };

export const metadataOfAnother: Fault = {
  id: 'R-metadata-of-another',
  title: 'agent code gets metadata of another request with one of a known context that has none',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    runtimes: ['strict'],
    seams: [
      received((document) => {
        const request = fieldsOf(document);
        const params = fieldsOf(request.params);
        const isMeant = fieldsOf(params.message).contextId === CONTEXT && params.metadata === undefined;
        if (!isMeant) return document;
        return { ...request, params: { metadata: OF_ANOTHER, ...params } };
      }),
    ],
  },
  kills: [
    {
      cases: ['v03-context@strict'],
      clause: 'A.7',
      reason: /^agent code saw params\.metadata \{"traceId":"of-another-caller"\}, which nobody sent$/,
      outcome: 'delivered-altered',
    },
  ],
};
