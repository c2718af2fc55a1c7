import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { fieldsOf, withDocument } from '../../../corpus/faults/request.ts';

export const rowWithoutEnvelope: Fault = {
  id: 'P-routes-row-without-envelope',
  title: 'a polled message is stored without its protocol',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.deliverToPoll',
        (deliver) => (call, name) => deliver({ ...call, bytes: withoutProtocol(call.bytes) }, name),
      ),
    ],
  },
  kills: [{ cases: ({ facets }) => facets.agent === 'poll', reason: /^the platform lost jsonrpc$/ }],
};

function withoutProtocol(body: Buffer): Buffer {
  return withDocument(body, (request) => {
    const { jsonrpc: _lost, ...rest } = fieldsOf(request);
    return rest;
  });
}
