import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const notifyAbilityUnheeded: Fault = {
  id: 'P-notify-ability-unheeded',
  title: 'a workspace that may not talk to its user does',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.patchAbilities', () => async () => ({ status: 200, body: { status: 'updated' } }))],
  },
  kills: [{ cases: ['C.3-disabled'], reason: /^it is refused: 200 / }],
};
