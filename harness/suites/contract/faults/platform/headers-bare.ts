import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const headersBare: Fault = {
  id: 'P-headers-bare',
  title: 'replies tell browsers nothing but nosniff',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.securityHeaders', () => () => ({ 'x-content-type-options': 'nosniff' }))],
  },
  kills: [{ cases: ['0.2-headers'], reason: /^its headers: .*there is no / }],
};
