import { setTimeout as delay } from 'node:timers/promises';
import type { Seams } from '../../../../../compose/seams.ts';
import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

type Platform = Parameters<Seams['platform.mintCredentials']>[0];

async function hasToken({ database }: Platform, workspaceId: string): Promise<boolean> {
  const sql = 'SELECT 1 FROM workspace_auth_tokens WHERE workspace_id = $1 AND revoked_at IS NULL LIMIT 1';
  return (await database.query('', sql, [workspaceId])).length > 0;
}

export const createTokenDies: Fault = {
  id: 'P-create-token-dies',
  title: 'a create gives a bearer that the start of the instance revokes',
  rule: 'createIssuesToken',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.issuesAtCreate', () => () => true),
      // The start is quicker than the create now and then, and would revoke nothing.
      at('platform.mintCredentials', (mint) => async (platform, id) => {
        for (let nth = 0; nth < 40 && !(await hasToken(platform, id)); nth += 1) await delay(25);
        return mint(platform, id);
      }),
    ],
  },
  kills: [{ cases: ['F.5-create-token'], reason: /^its bearer opens its log: 401 / }],
};
