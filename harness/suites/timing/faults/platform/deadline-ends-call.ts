import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../../../contract/faults/on-platform.ts';

export const deadlineEndsCall: Fault = {
  id: 'P-deadline-ends-call',
  title: 'X-Timeout ends a call that has been sent',
  plant: onPlatform(
    at('platform.dispatch', (send) => async (call) => {
      if (!call.hasDeadline) return send(call);
      const over = new Promise((resolve) => call.signal.addEventListener('abort', resolve, { once: true }));
      const given = over.then(() => ({ kind: 'unreachable' as const, error: new Error('EOF') }));
      return Promise.race([send(call), given]);
    }),
  ),
  kills: [
    {
      cases: ['A.7-deadline-aborts-nothing'],
      reason: /^the answer of the agent comes all the same: (202|503)/,
    },
  ],
};
