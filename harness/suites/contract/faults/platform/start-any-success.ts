import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const startAnySuccess: Fault = {
  id: 'P-start-any-success',
  title: 'whatever the control plane answers below 300 is an instance',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.isProvisioned', () => (status) => status < 300)],
  },
  kills: [{ cases: ['F.5-fails@200', 'F.5-fails@202'], reason: /^what its event says: undefined;/ }],
};
