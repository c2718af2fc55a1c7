import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const sourceOfCanvasIsTarget: Fault = {
  id: 'P-contract-source-of-canvas',
  title: 'a message of the canvas is written down as one of its target',
  plant: onPlatform(
    at(
      'platform.writeActivity',
      (write) => (platform, activity) =>
        write(platform, { ...activity, sourceId: activity.sourceId ?? activity.workspaceId }),
    ),
  ),
  kills: [
    {
      cases: [
        'A.2-speaks@canvas',
        'A.2-speaks@garbage-bearer',
        'A.2-removed-speaks-for-nobody',
        'A.5-queued',
      ],
      reason: /^its row: .*source_id/,
    },
    { cases: ['C.1-source'], reason: /^of the canvas: \[\]/ },
    { cases: ['D-pages'], reason: /^the newest page: \[\]/ },
    { cases: ['D-end@exactly-full'], reason: /^the page: 200 .*"messages":\[\]/ },
    { cases: ({ id }) => id.includes('/D-limit@'), reason: /^the page: \[\]/ },
    { cases: ['D-of-users'], reason: /^the history: \[\]/ },
  ],
};
