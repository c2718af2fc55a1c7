import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const delegationReportUnchecked: Fault = {
  id: 'P-delegation-report-unchecked',
  title: 'an agent may report any status',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.reportDelegation', (report) => async (platform, sourceId, id, body) => {
        const outcome = await report(platform, sourceId, id, body);
        return 'refused' in outcome ? { status: 200, body: { delegation_id: id } } : outcome;
      }),
    ],
  },
  kills: [
    {
      cases: ['C.5-report-refused@update-empty', 'C.5-report-refused@update-status'],
      reason: /^it is refused: 200 /,
    },
  ],
};
