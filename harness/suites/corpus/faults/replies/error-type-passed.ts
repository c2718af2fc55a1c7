import type { Fault } from '../../../../faults/fault.ts';
import { told } from '../told.ts';

export const errorTypePassed: Fault = {
  id: 'P-error-type-passed',
  title: 'the error of an agent is told in the media type of a success',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [told((_text, { status }) => (status === 409 ? { contentType: 'application/json' } : {}))],
  },
  kills: [
    {
      cases: ['agent-error-told'],
      clause: 'A.9',
      reason: /^the content type of the reply is "application\/json"$/,
      outcome: 'rejected-loud',
    },
  ],
};
