import type { Fault } from '../../../../faults/fault.ts';
import { fieldsOf, forwarded, isObject, type Json, withParts } from '../request.ts';

export const laterMetadataLost: Fault = {
  id: 'P-later-metadata-lost',
  title: 'parts behind the first lose their metadata',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      forwarded((request) => withParts(request, ([first = null, ...others]) => [first, ...others.map(bare)])),
    ],
  },
  kills: [
    {
      cases: ['parts-each-metadata', 'v03-part-metadata-kinds'],
      clause: 'A.7',
      reason: /^params\.message\.parts\[\d+\]\.metadata is missing$/,
      outcome: 'delivered-altered',
    },
  ],
};

function bare(part: Json): Json {
  const { metadata: _lost, ...rest } = fieldsOf(part);
  return isObject(part) ? rest : part;
}
