import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const historyBadTimeDropped: Fault = {
  id: 'P-history-bad-time-dropped',
  title: 'a time that is none is left out of account',
  plant: onPlatform(
    at('platform.chatHistory', (read) => (platform, workspaceId, limit, before) => {
      return read(platform, workspaceId, limit, before === 'yesterday' ? undefined : before);
    }),
  ),
  kills: [{ cases: ['D-before-no-time'], reason: /^it is refused: 200 / }],
};
