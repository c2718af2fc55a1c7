import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const documentsUnwritten: Fault = {
  id: 'P-contract-documents-unwritten',
  title: 'logs keep no documents',
  plant: onPlatform(
    at(
      'platform.writeActivity',
      (write) => (platform, activity) =>
        write(
          platform,
          activity.type === 'agent_log'
            ? { ...activity, requestBody: undefined, responseBody: undefined }
            : activity,
        ),
    ),
  ),
  kills: [
    {
      cases: [
        'C.2-keeps@documents',
        'C.2-keeps@metadata',
        'C.2-keeps@request-before-metadata',
        'C.2-keeps@text-as-request',
      ],
      reason: /^its row: /,
    },
  ],
};
