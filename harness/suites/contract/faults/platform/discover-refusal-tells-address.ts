import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const discoverRefusalTellsAddress: Fault = {
  id: 'P-discover-refusal-tells-address',
  title: 'the refusal of an unsafe address tells it',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.discover', (find) => async (platform, targetId, callerId, bearer) => {
        const outcome = await find(platform, targetId, callerId, bearer);
        if (!('refused' in outcome) || outcome.refused.status !== 503) return outcome;
        const [row] = await platform.database.query<{ url: string }>(
          '',
          'SELECT url FROM workspaces WHERE id = $1',
          [targetId],
        );
        return {
          refused: { ...outcome.refused, body: { ...Object(outcome.refused.body), url: row?.url ?? '' } },
        };
      }),
    ],
  },
  kills: [
    {
      cases: [
        'E.4-address@metadata',
        'E.4-address@test-net',
        'E.4-address@carrier-grade',
        'E.4-address@scheme',
      ],
      reason: /^what is answered: 503 .*it (has url|tells )/,
    },
  ],
};
