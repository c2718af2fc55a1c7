import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const secretRestartsNobody: Fault = {
  id: 'P-secret-restarts-nobody',
  title: 'a secret that is saved waits for a restart that never comes',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.restartForSecrets', () => () => undefined)],
  },
  kills: [{ cases: ['F.7-both-writes'], reason: /^the environment of the last start: undefined/ }],
};
