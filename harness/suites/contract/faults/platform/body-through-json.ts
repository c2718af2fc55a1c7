import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const bodyThroughJson: Fault = {
  id: 'P-contract-body-through-json',
  title: 'the body goes through numbers of 64 bits, markup and all',
  plant: onPlatform(
    at(
      'platform.forwardBody',
      (marshal) => (payload) => Buffer.from(JSON.stringify(JSON.parse(marshal(payload).toString()))),
    ),
  ),
  kills: [{ cases: ['A.4-bytes', 'A.4-digits'], reason: /^(the bytes that the agent got|its id): / }],
};
