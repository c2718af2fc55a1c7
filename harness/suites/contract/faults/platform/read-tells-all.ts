import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const readTellsAll: Fault = {
  id: 'P-read-tells-all',
  title: 'anybody reads what only an admin may see',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.readWorkspace', (read) => async (platform, ...given) => {
        const outcome = await read(platform, ...given);
        if (!('body' in outcome)) return outcome;
        return { ...outcome, body: { ...Object(outcome.body), monthly_spend: 0, budget_limit: null } };
      }),
    ],
  },
  kills: [{ cases: ['F.3-read-open'], reason: /^it is read: 200 .*it has (?:monthly_spend|budget_limit)/ }],
};
