import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const peerIgnored: Fault = {
  id: 'P-contract-peer-ignored',
  title: 'peer and time that are asked for are not looked at',
  plant: onPlatform(
    at('platform.listActivity', (list) => async (platform, workspaceId, parameters) => {
      return list(platform, workspaceId, { ...parameters, peer_id: undefined, before_ts: undefined });
    }),
  ),
  kills: [
    { cases: ['C.1-asks@peer-no-uuid', 'C.1-asks@before-no-time'], reason: /^the platform answers: 200/ },
    { cases: ['C.1-peer'], reason: /^rows of the peer: / },
  ],
};
