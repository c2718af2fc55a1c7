import type { Fault } from '../../../../faults/fault.ts';
import { otherMetadata, withLists } from '../values.ts';

export const listNullsDropped: Fault = {
  id: 'P-list-nulls-dropped',
  title: 'lists in metadata are compacted',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      otherMetadata((metadata) => withLists(metadata, (items) => items.filter((item) => item !== null))),
    ],
  },
  kills: [
    {
      cases: ['metadata-nulls-in-list'],
      clause: 'A.4',
      reason: /^params\.message\.metadata.*(= |missing)/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['poll-nulls'],
      clause: 'A.5',
      reason: /^params\.message\.metadata.*(= |missing)/,
      outcome: 'delivered-altered',
    },
  ],
};
