import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const unreadableTakenForEmpty: Fault = {
  id: 'P-unreadable-empty',
  title: 'an unreadable body is taken for an empty request',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.parseBody', (parse) => (body) => {
        const document = parse(body);
        return typeof document === 'object' ? document : null;
      }),
    ],
  },
  kills: [
    {
      cases: [
        'deep-20000',
        'raw-bom',
        'raw-comment',
        'raw-control-character',
        'raw-empty',
        'raw-infinity',
        'raw-nan',
        'raw-not-json',
        'raw-number',
        'raw-single-quotes',
        'raw-string',
        'raw-trailing-comma',
        'raw-trailing',
        'raw-truncated',
        'raw-utf16',
        'raw-whitespace',
      ],
      clause: 'A.4',
      reason: /^it arrived at the runtime once$/,
      outcome: 'rejected-loud',
    },
  ],
};
