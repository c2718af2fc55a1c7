import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../../../contract/faults/on-platform.ts';

export const silenceEndsPause: Fault = {
  id: 'P-silence-ends-pause',
  title: 'a workspace that is paused is held to be silent',
  plant: onPlatform(
    at('platform.overtakeSilent', (overtake) => async (platform, silence) => {
      const sql = `UPDATE workspaces SET status = 'offline' WHERE status = 'paused' RETURNING id::text AS id`;
      const paused = await platform.database.query('', sql);
      return [...paused.map(({ id }) => String(id)), ...(await overtake(platform, silence))];
    }),
  ),
  kills: [{ cases: ['E.3-silent-but@paused'], reason: /^its status after 5 min: / }],
};
