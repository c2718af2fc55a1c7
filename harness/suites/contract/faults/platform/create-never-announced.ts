import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const createNeverAnnounced: Fault = {
  id: 'P-create-never-announced',
  title: 'the wait for an agent is not told',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.createWorkspace', (create) => (platform, ...given) => {
        const { broadcaster } = platform;
        const record: typeof broadcaster.record = async (queries, event, ...rest) => {
          if (event !== 'WORKSPACE_AWAITING_AGENT') await broadcaster.record(queries, event, ...rest);
        };
        return create({ ...platform, broadcaster: { ...broadcaster, record } }, ...given);
      }),
    ],
  },
  kills: [{ cases: ['F.2-external'], reason: /^its events: / }],
};
