import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const peersRoleMissingBreaks: Fault = {
  id: 'P-peers-role-missing-breaks',
  title: 'a peer without a role breaks the search for one',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.peers', (list) => async (platform, id, query, bearer) => {
        const outcome = await list(platform, id, '', bearer);
        const all = 'body' in outcome && Array.isArray(outcome.body) ? outcome.body : [];
        const breaks = query !== '' && all.some((peer) => peer.role === null);
        return breaks ? { status: 500, body: null } : list(platform, id, query, bearer);
      }),
    ],
  },
  kills: [
    {
      cases: [
        'E.4-peers-query@part-of-role',
        'E.4-peers-query@unicode',
        'E.4-peers-query@nothing',
        'E.4-peers-query@percent-sign',
        'E.4-peers-query@other-case',
      ],
      reason: /^peers are told: 500/,
    },
  ],
};
