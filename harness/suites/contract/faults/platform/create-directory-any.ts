import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const createDirectoryAny: Fault = {
  id: 'P-create-directory-any',
  title: 'any directory may be that of a workspace',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.isWorkspaceDirectory', () => () => true)],
  },
  kills: [
    {
      cases: ['F.2-place@dir-relative', 'F.2-place@dir-etc', 'F.2-place@dir-proc'],
      reason: /^it is refused: 201 /,
    },
    { cases: ['F.3-patch@dir-relative', 'F.3-patch@dir-system'], reason: /^it is refused: 200 / },
  ],
};
