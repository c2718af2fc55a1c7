import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const patchAcknowledged: Fault = {
  id: 'P-contract-patch-acknowledged',
  title: 'a change of name, role or tier is acknowledged, and not made',
  plant: onPlatform(
    at('platform.patchWorkspace', (patch) => async (platform, id, body) => {
      const isPlain = body && ['name', 'role', 'tier'].some((key) => key in body);
      const checked = isPlain ? await patch(platform, id, body) : undefined;
      if (!checked) return patch(platform, id, body);
      if (!('refused' in checked))
        await platform.database.query(
          '',
          "UPDATE workspaces SET name = 'N', role = 'writer', tier = 2 WHERE id = $1",
          [id],
        );
      return checked;
    }),
  ),
  kills: [
    {
      cases: [
        'F.3-patch@tier',
        'F.3-patch@tier-zero',
        'F.3-patch@role-null',
        'F.3-patch@role-empty',
        'F.3-patch@role-longest',
        'F.3-patch@name-unicode',
      ],
      reason: /^it reads: 200/,
    },
  ],
};
