import type { Fault } from '../../../../faults/fault.ts';
import { told } from '../told.ts';

export const replyTypeOwn: Fault = {
  id: 'P-reply-type-own',
  title: 'an unknown method is told in a media type of its own',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      told((text) => (text.includes('message/recall') ? { contentType: 'application/problem+json' } : {})),
    ],
  },
  kills: [
    {
      cases: ['v03-unknown-method'],
      clause: 'A.9',
      reason: /^the content type of the reply is "application\/problem\+json"$/,
    },
  ],
};
