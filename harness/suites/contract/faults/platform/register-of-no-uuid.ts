import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const registerOfNoUuid: Fault = {
  id: 'P-contract-register-of-no-uuid',
  title: 'an id that is none is the fault of its sender, in registrations and heartbeats',
  plant: onPlatform(
    at('platform.register', (register) => async (...given) => {
      const outcome = await register(...given);
      return 'refused' in outcome && outcome.refused.status === 500
        ? { refused: { ...outcome.refused, status: 400 } }
        : outcome;
    }),
    at('platform.heartbeat', (beat) => async (...given) => {
      const outcome = await beat(...given);
      return 'refused' in outcome && outcome.refused.status === 500
        ? { refused: { ...outcome.refused, status: 400 } }
        : outcome;
    }),
  ),
  kills: [{ cases: ['E.1-refused@id-no-uuid', 'E.2-not-uuid'], reason: /^it is refused: 400/ }],
};
