import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const secretGlobalAlone: Fault = {
  id: 'P-secret-global-alone',
  title: 'everybody’s secrets reach no workspace',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.secretsOf',
        (select) => async (queries, id) =>
          (await select(queries, id)).filter(({ scope }) => scope === 'workspace'),
      ),
    ],
  },
  kills: [{ cases: ['F.7-global'], reason: /^(how they are listed|their values): / }],
};
