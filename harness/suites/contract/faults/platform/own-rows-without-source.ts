import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const ownRowsWithoutSource: Fault = {
  id: 'P-contract-own-rows-without-source',
  title: 'rows that an agent writes have no source',
  plant: onPlatform(
    at(
      'platform.writeActivity',
      (write) => (platform, activity) =>
        write(platform, activity.type === 'agent_log' ? { ...activity, sourceId: undefined } : activity),
    ),
  ),
  kills: [
    {
      cases: [
        'C.2-takes@agent_log',
        'C.2-keeps@documents',
        'C.2-keeps@metadata',
        'C.2-keeps@request-before-metadata',
        'C.2-keeps@text-as-request',
        'C.2-keeps@empty-texts',
        'C.2-keeps@status',
        'C.2-keeps@long-duration',
        'C.2-keeps@source-left-empty',
      ],
      reason: /source_id/,
    },
    { cases: ['C.1-source'], reason: /^of the canvas: / },
  ],
};
