import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { withDocument, withMessage } from '../../../corpus/faults/request.ts';

export const callerTold: Fault = {
  id: 'P-routes-caller-told',
  title: 'the message of a workspace names its sender to the agent',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.dispatch',
        (dispatch) => (call) =>
          dispatch(call.caller.id === '' ? call : { ...call, bytes: naming(call.bytes, call.caller.id) }),
      ),
    ],
  },
  kills: [
    {
      cases: ({ facets }) => facets.caller !== undefined && facets.agent !== 'poll',
      reason: /^the platform sent params\.message\.sender = /,
    },
  ],
};

function naming(body: Buffer, sender: string): Buffer {
  return withDocument(body, (request) => withMessage(request, (message) => ({ ...message, sender })));
}
