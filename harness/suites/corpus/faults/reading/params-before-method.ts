import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const paramsBeforeMethod: Fault = {
  id: 'P-params-before-method',
  title: 'a call whose parameters stand before its method is refused',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.parseBody',
        (parse) => (body) =>
          /^\s*\{\s*"params"/.test(Buffer.from(body.subarray(0, 100)).toString()) ? undefined : parse(body),
      ),
    ],
  },
  kills: [
    {
      cases: ['v03-compact', 'v03-key-order'],
      clause: 'A.4',
      reason: /HTTP 400 and the error "invalid JSON"$/,
      outcome: 'rejected-loud',
    },
  ],
};
