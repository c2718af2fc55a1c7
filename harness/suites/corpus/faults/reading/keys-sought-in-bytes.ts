import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const keysSoughtInBytes: Fault = {
  id: 'P-keys-sought-in-bytes',
  title: 'the key method is looked for in the bytes',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.parseBody',
        (parse) => (body) =>
          /^\s*\{"jsonrpc"/.test(Buffer.from(body.subarray(0, 100)).toString()) &&
          !Buffer.from(body).includes('"method"')
            ? undefined
            : parse(body),
      ),
    ],
  },
  kills: [
    {
      cases: ['v03-escaped-keys'],
      clause: 'A.4',
      reason: /HTTP 400 and the error "invalid JSON"$/,
      outcome: 'rejected-loud',
    },
  ],
};
