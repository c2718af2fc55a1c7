import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { pushTo } from '../push-to.ts';

/** The message is read right after the budget of its target, and nothing comes between. */
let latest: string | null = null;

export const refusedYetSent: Fault = {
  id: 'P-refused-yet-sent',
  title: 'a message that was refused for its form is sent all the same, behind the reply',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.checkBudget', (check) => async (platform, target) => {
        const refusal = await check(platform, target);
        latest = target.url;
        return refusal;
      }),
      at('platform.normalise', (normalise) => (body, ...rest) => {
        const url = latest;
        const normalised = normalise(body, ...rest);
        if ('refused' in normalised) setTimeout(() => pushTo(url, Buffer.from(body)), 100);
        return normalised;
      }),
    ],
  },
  kills: [
    {
      cases: ['hg-neither', 'hg-content-object'],
      clause: 'A.1',
      reason: /^the runtime got 1 requests by push for 0 messages$/,
      outcome: 'rejected-loud',
    },
    { cases: ['hg-neither-poll'], clause: 'A.5', reason: /^it was pushed to the agent once, which polls$/ },
  ],
};
