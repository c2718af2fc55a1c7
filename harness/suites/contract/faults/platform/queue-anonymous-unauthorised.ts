import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const queueAnonymousUnauthorised: Fault = {
  id: 'P-queue-anonymous-unauthorised',
  title: 'nobody is asked who he is',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.queueStatus',
        (ask) => async (platform, queueId, asker) =>
          asker.claimedId === '' && asker.bearer === ''
            ? { status: 401, body: { error: 'missing workspace auth token' } }
            : ask(platform, queueId, asker),
      ),
    ],
  },
  kills: [
    {
      cases: ['B-stranger@nobody', 'B-stranger@header-empty', 'B-status-no-uuid'],
      reason: /^it is not found: 401 /,
    },
  ],
};
