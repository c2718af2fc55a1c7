import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const delegationRecordUnchecked: Fault = {
  id: 'P-delegation-record-unchecked',
  title: 'a task is recorded whatever it says',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.recordDelegation', (record) => async (platform, sourceId, body) => {
        const outcome = await record(platform, sourceId, body);
        return 'refused' in outcome ? { status: 202, body: { status: 'recorded' } } : outcome;
      }),
    ],
  },
  kills: [
    {
      cases: ['C.5-report-refused@record-no-id', 'C.5-report-refused@record-target'],
      reason: /^it is refused: 202 /,
    },
  ],
};
