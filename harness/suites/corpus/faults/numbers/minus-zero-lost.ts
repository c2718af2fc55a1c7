import type { Fault } from '../../../../faults/fault.ts';
import { respelled } from '../values.ts';

const MINUS_ZERO = /(?<=[:[,])-0(?=[,}\]])/g;

export const minusZeroLost: Fault = {
  id: 'P-minus-zero-lost',
  title: 'negative zero loses its sign',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [respelled((json) => json.replace(MINUS_ZERO, '0'))],
  },
  kills: [
    {
      cases: ['number-minus-zero'],
      clause: 'A.4',
      reason: /^params\.message\.\S+ = 0$/,
      outcome: 'delivered-altered',
    },
  ],
};
