import type { Seams } from '../../../../../compose/seams.ts';
import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

let openAll: Seams['platform.secretValues'] | undefined;

export const secretValueListed: Fault = {
  id: 'P-secret-value-listed',
  title: 'the list of secrets tells their values',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.listSecrets', (list) => async (platform, id) => {
        const outcome = await list(platform, id);
        const all = 'body' in outcome && Array.isArray(outcome.body) ? outcome.body : [];
        const stored = await openAll?.(platform, id);
        const values = stored && 'body' in stored ? Object(stored.body) : {};
        return { status: 200, body: all.map((each) => ({ ...each, value: values[each.key] ?? null })) };
      }),
      at('platform.secretValues', (read) => {
        openAll = read;
        return read;
      }),
    ],
  },
  kills: [
    { cases: ['F.7-saved'], reason: /^it is listed: .*it tells value-/ },
    { cases: ['F.7-shown-to@admin-list'], reason: /^what is answered: .*it tells value-/ },
  ],
};
