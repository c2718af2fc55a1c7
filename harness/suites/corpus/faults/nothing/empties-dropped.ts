import type { Fault } from '../../../../faults/fault.ts';
import type { Json } from '../request.ts';
import { isTree, otherMetadata, withMembers } from '../values.ts';

export const emptiesDropped: Fault = {
  id: 'P-empties-dropped',
  title: 'empty values are left out of metadata',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      otherMetadata((metadata) =>
        withMembers(metadata, (members) => members.filter(([, value]) => !isEmpty(value))),
      ),
    ],
  },
  kills: [
    {
      cases: [
        'metadata-empty-values',
        'metadata-key-message',
        'metadata-nulls',
        'v03-numbers',
        'wide-metadata',
      ],
      clause: 'A.4',
      reason: /^params\.message\.metadata.* is missing$/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['poll-nulls'],
      clause: 'A.5',
      reason: /^params\.message\.metadata.* is missing$/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['v03-full'],
      clause: 'A.7',
      reason: /^params\.message\.metadata.* is missing$/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['v03-stream-platform-full'],
      clause: 'A.9',
      reason: /^params\.message\.metadata.* is missing$/,
      outcome: 'delivered-altered',
    },
  ],
};

function isEmpty(value: Json): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return isTree(value) ? Object.keys(value).length === 0 : !value;
}
