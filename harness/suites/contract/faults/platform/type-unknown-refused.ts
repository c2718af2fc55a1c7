import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const typeUnknownRefused: Fault = {
  id: 'P-contract-type-unknown-refused',
  title: 'a type that no row has is refused',
  plant: onPlatform(
    at('platform.listActivity', (list) => async (platform, workspaceId, parameters) => {
      if (parameters.type !== 'nothing') return list(platform, workspaceId, parameters);
      return { refused: { status: 400, body: { error: 'unknown type' } } };
    }),
  ),
  kills: [{ cases: ['C.1-asks@type-unknown'], reason: /^the platform answers: 400/ }],
};
