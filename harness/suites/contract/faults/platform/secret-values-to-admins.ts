import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const secretValuesToAdmins: Fault = {
  id: 'P-secret-values-to-admins',
  title: 'the values of secrets are shown to whoever may see the workspace',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.checkRegistryToken', (check) => async (queries, id, bearer) => {
        const gate = await check(queries, id, bearer);
        return 'refused' in gate && bearer !== '' ? { bootstraps: false } : gate;
      }),
    ],
  },
  kills: [{ cases: ['F.7-shown-to@admin-values'], reason: /^what is answered: 200 / }],
};
