import type { Fault } from '../../../../faults/fault.ts';
import { fieldsOf, received } from '../request.ts';

export const requestMetadataUnseen: Fault = {
  id: 'R-request-metadata-unseen',
  title: 'metadata of a request never reaches agent code',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    runtimes: ['strict', '1.x'],
    seams: [
      received((document) => {
        const { metadata, ...params } = fieldsOf(fieldsOf(document).params);
        return metadata === undefined ? document : { ...fieldsOf(document), params };
      }),
    ],
  },
  kills: [
    {
      cases: ['hg-content-and-metadata@strict', 'hg-content-and-metadata@1.x', 'hg-extra-top-level@strict'],
      clause: 'A.4',
      reason: /^agent code saw params\.metadata missing$/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['v03-full@1.x', 'v03-full@strict', 'v03-request-metadata'],
      clause: 'A.7',
      reason: /^agent code saw params\.metadata missing$/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['v1-metadata', 'v1-request-metadata'],
      clause: 'A2A 1.0 SendMessage',
      reason: /^agent code saw params\.metadata missing$/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['v03-stream-platform-full'],
      clause: 'A.9',
      reason: /^agent code saw params\.metadata missing$/,
      outcome: 'delivered-altered',
    },
  ],
};
