import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const fileSecretMadeForUploadsAlone: Fault = {
  id: 'M141',
  title: 'a missing inbound secret is made for uploads alone',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.secretFor', (present) => async (platform, id, operation) => {
        const sql = 'SELECT platform_inbound_secret AS secret FROM workspaces WHERE id = $1';
        const [row] = await platform.database.query<{ secret: string | null }>('', sql, [id]);
        if (operation === 'upload' || row?.secret) return present(platform, id, operation);
        const error = 'workspace not yet enrolled in v2 download (RFC #2312)';
        return { refused: { status: 503, body: { error } } };
      }),
    ],
  },
  kills: [
    { cases: ['G.2-healed@download'], reason: /^(the client is to come back: 503 |there is a secret now: )/ },
  ],
};
