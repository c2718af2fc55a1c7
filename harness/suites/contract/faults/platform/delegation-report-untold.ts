import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const delegationReportUntold: Fault = {
  id: 'P-delegation-report-untold',
  title: 'what an agent reports of its task is told to nobody',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.reportDelegation', (report) => (platform, sourceId, id, body) => {
        const broadcaster = { ...platform.broadcaster, record: async () => undefined };
        return report({ ...platform, broadcaster }, sourceId, id, body);
      }),
    ],
  },
  kills: [{ cases: ['C.5-recorded'], reason: /^what is told last: .*DELEGATION_SENT/ }],
};
