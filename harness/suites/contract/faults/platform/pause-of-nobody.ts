import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const pauseOfNobody: Fault = {
  id: 'P-contract-pause-of-nobody',
  title: 'what is not there is paused and resumed',
  plant: onPlatform(
    at('platform.pauseWorkspace', (original) => async (...given) => {
      const outcome = await original(...given);
      return 'refused' in outcome ? { status: 200, body: { status: 'paused', paused_count: 0 } } : outcome;
    }),
    at('platform.resumeWorkspace', (original) => async (...given) => {
      const outcome = await original(...given);
      return 'refused' in outcome && outcome.refused.status === 404
        ? { status: 200, body: { status: 'provisioning', resumed_count: 0 } }
        : outcome;
    }),
  ),
  kills: [{ cases: ['F.6-pause-unknown', 'F.6-resume-unpaused'], reason: /^it is refused: 200/ }],
};
