import type { Fault } from '../../../../faults/fault.ts';
import { fieldsOf, forwarded } from '../request.ts';

export const paramsRebuilt: Fault = {
  id: 'P-params-rebuilt',
  title: 'parameters are rebuilt from those that the platform knows',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      forwarded((request) => {
        const { message, configuration, metadata } = fieldsOf(request.params);
        return message === undefined ? request : { ...request, params: { message, configuration, metadata } };
      }),
    ],
  },
  kills: [
    {
      cases: ['later-expiring'],
      clause: 'B',
      reason: /^params\.\w+ is missing$/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['v03-unknown-params'],
      clause: 'A.7',
      reason: /^params\.\w+ is missing$/,
      outcome: 'delivered-altered',
    },
  ],
};
