import type { Fault } from '../../../../faults/fault.ts';
import { fieldsOf, received, withParts } from '../request.ts';

export const partMetadataUnseen: Fault = {
  id: 'R-part-metadata-unseen',
  title: 'parts reach agent code without their metadata',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    seams: [
      received((document) =>
        withParts(document, (parts) =>
          parts.map((part) => {
            const { metadata, ...rest } = fieldsOf(part);
            return metadata === undefined ? part : rest;
          }),
        ),
      ),
    ],
  },
  kills: [
    {
      cases: ['parts-each-metadata', 'v03-metadata-part', 'v03-part-metadata-kinds'],
      clause: 'A.7',
      reason: /^agent code saw params\.message\.parts\[\d+\]\.metadata missing$/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['v1-part-metadata'],
      clause: 'A2A 1.0 SendMessage',
      reason: /^agent code saw params\.message\.parts\[\d+\]\.metadata missing$/,
      outcome: 'delivered-altered',
    },
  ],
};
