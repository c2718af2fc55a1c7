import type { Fault } from '../../../../faults/fault.ts';
import { otherFiles } from '../values.ts';

export const namesTidied: Fault = {
  id: 'P-file-names-tidied',
  title: 'file names lose their folders and what exceeds 255 characters',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      otherFiles(({ name, ...file }) => ({
        ...file,
        name: typeof name === 'string' ? name.replace(/^.*[\\/]/, '').slice(0, 255) : name,
      })),
    ],
  },
  kills: [
    {
      cases: ['file-name-long', 'file-name-path', 'v03-file-name-unicode'],
      clause: 'A.7',
      reason: /^params\.message\.parts\[\d+\]\.file\.name = /,
      outcome: 'delivered-altered',
    },
  ],
};
