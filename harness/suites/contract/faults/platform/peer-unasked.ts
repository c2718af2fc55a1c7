import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const peerUnasked: Fault = {
  id: 'P-contract-peer-unasked',
  title: 'every page names peers',
  plant: onPlatform(
    at('platform.listActivity', (list) => async (platform, workspaceId, parameters) => {
      return list(platform, workspaceId, { ...parameters, include: 'peer_info' });
    }),
  ),
  kills: [{ cases: ['C.1-no-peer-unasked'], reason: /^members of the row about a peer: / }],
};
