import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const rowAlwaysOk: Fault = {
  id: 'P-row-always-ok',
  title: 'the row of a message that the agent failed at says that all went well',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.writeActivity',
        (write) => (platform, activity) => write(platform, { ...activity, status: 'ok' }),
      ),
    ],
  },
  kills: [
    {
      cases: ['agent-error-told', 'agent-failure-worded', 'agent-page-told', 'v03-text-failing'],
      clause: 'A.12',
      reason: /^the row of the message has status "ok"$/,
      outcome: 'rejected-loud',
    },
    {
      cases: ['session-restart-unreachable'],
      clause: 'A.12',
      reason: /^the row of the message has status "ok"$/,
    },
  ],
};
