import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const badTargetDropped: Fault = {
  id: 'P-contract-bad-target-dropped',
  title: 'a target that is no workspace is dropped',
  plant: onPlatform(
    at('platform.createActivity', (create) => async (platform, workspaceId, body) => {
      const { target_id: _target, ...rest } = body ?? {};
      return create(platform, workspaceId, body && rest);
    }),
  ),
  kills: [{ cases: ['C.2-bad-target'], reason: /^it is refused: 200/ }],
};
