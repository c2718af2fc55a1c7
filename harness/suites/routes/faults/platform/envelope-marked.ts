import type { Fault } from '../../../../faults/fault.ts';
import { forwarded } from '../../../corpus/faults/request.ts';

export const envelopeMarked: Fault = {
  id: 'P-routes-envelope-marked',
  title: 'every request is sent on with a member that nobody has sent',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [forwarded((request) => ({ ...request, forwardedBy: 'platform' }))],
  },
  kills: [{ cases: () => true, reason: /^the platform sent forwardedBy = "platform"$/ }],
};
