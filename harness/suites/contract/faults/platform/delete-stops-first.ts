import type { Seams } from '../../../../../compose/seams.ts';
import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

type Platform = Parameters<Seams['platform.markRemoved']>[0];
type Member = Parameters<Seams['platform.markRemoved']>[2][number];

let marks: (platform: Platform, member: Member) => Promise<void>;

export const deleteStopsFirst: Fault = {
  id: 'P-delete-stops-first',
  title: 'a row with an instance is removed when the instance has stopped',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.markRemoved', (mark) => async (platform, queries, family) => {
        marks = (own, member) => mark(own, own.database, [member]);
        await mark(
          platform,
          queries,
          family.filter(({ instance_id: instance }) => instance === null),
        );
      }),
      at('platform.stopInstance', (stop) => async (platform, workspace, prune) => {
        await stop(platform, workspace, prune).finally(() => marks(platform, workspace as Member));
      }),
    ],
  },
  kills: [{ cases: ['F.4-row-first'], reason: /^its row by then: .*provisioning/ }],
};
