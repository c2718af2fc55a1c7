import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const addressDevelopmentOpen: Fault = {
  id: 'M020',
  title: 'in development messages go anywhere',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.validateDispatchUrl', (judge) => async (url, mode, resolve) => {
        return mode.development ? { allowed: true } : judge(url, mode, resolve);
      }),
      at('platform.dispatch', (dispatch) => async (call, ...rest) => {
        // Nothing leaves this machine, whatever is let through.
        if (!/^http:\/\/localhost[:/]/.test(call.url)) throw new Error('connect ECONNREFUSED');
        return dispatch(call, ...rest);
      }),
    ],
  },
  kills: [{ cases: ['E.5-unsent'], reason: /^it is not sent: (?!502 .*not publicly routable)/ }],
};
