import type { Fault } from '../../../faults/fault.ts';
import type { CaseIdentity } from '../../../support/case.ts';
import { hasOddHeaders } from '../faults/where.ts';
import { sendingOtherwise } from './sending.ts';

/** Of these the version is not what the headers are about. */
const UNANNOUNCED = /^(ct-|v1-old-method$|v1-text-on-old-lines$)/;

function announcesVersion(planned: CaseIdentity): boolean {
  const { entry = '' } = planned.facets;
  return hasOddHeaders(planned) && !UNANNOUNCED.test(entry);
}

/** What a client does that sets the headers of its requests itself. */
export const headersPlain: Fault = {
  id: 'H-headers-plain',
  title: 'the harness sends the headers of every client, and not those of the entry',
  plant: sendingOtherwise((sending, sender) => {
    const { authorization } = sending.headers;
    const plain = {
      'content-type': 'application/json',
      ...(authorization !== undefined && { authorization }),
    };
    return sender.send({ ...sending, headers: plain });
  }),
  kills: [
    { cases: announcesVersion, reason: /^the sender got HTTP 200 and error -32601/ },
    {
      cases: [
        'ct-none-direct',
        'ct-text-plain-direct',
        'v1-old-method',
        'v03-caller-header',
        'v03-caller-borrowed',
      ],
      reason: /^the sender got HTTP 200 and a result$/,
    },
  ],
};
