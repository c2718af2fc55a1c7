import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { atReturn } from '../at-return.ts';
import { pushTo } from '../push-to.ts';
import { restartsBehindPlatform } from '../where.ts';

const answered = new Map<string, Buffer>();

export const sentAgainAtReturn: Fault = {
  id: 'P-sent-again-at-return',
  title: 'what an agent has answered last is sent again when it registers anew',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.logAnswered', (log) => async (call, ...rest) => {
        answered.set(call.targetId.toLowerCase(), call.bytes);
        return log(call, ...rest);
      }),
      atReturn(async (workspaceId, url) => {
        const bytes = answered.get(workspaceId);
        if (bytes) await pushTo(url, bytes);
      }),
    ],
  },
  kills: [
    {
      cases: restartsBehindPlatform,
      reason: /^it arrived 2 times$|^the runtime got [4-6] requests by push for 3 messages$/,
    },
  ],
};
