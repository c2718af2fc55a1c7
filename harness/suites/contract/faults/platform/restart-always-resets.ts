import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const restartAlwaysResets: Fault = {
  id: 'P-contract-restart-resets',
  title: 'every restart is said to reset the session',
  plant: onPlatform(
    at('platform.restartRequest', (original) => async (...given) => {
      const outcome = await original(...given);
      return !('refused' in outcome) && 'reset_session' in Object(outcome.body)
        ? { ...outcome, body: { ...Object(outcome.body), reset_session: true } }
        : outcome;
    }),
  ),
  kills: [{ cases: ['F.6-reset@query-no', 'F.6-reset@body-no'], reason: /^it is told: 200/ }],
};
