import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const startBackEndQuoted: Fault = {
  id: 'M055',
  title: 'the event of a failed start has what the control plane said in it',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.controlPlaneFailure', () => (call, status, document) => {
        return new Error(`${call} answered ${status}: ${String(Reflect.get(Object(document), 'error'))}`);
      }),
      at('platform.provisionFailure', () => (error) => `provisioning failed: ${String(error)}`),
    ],
  },
  kills: [{ cases: ['F.5-fails'], reason: /^what its event says: .*provision answered/ }],
};
