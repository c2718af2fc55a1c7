import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const firstRegisterWithoutSecret: Fault = {
  id: 'P-first-register-without-secret',
  title: 'an instance of the platform’s own is not told its inbound secret when it registers',
  plant: onPlatform(
    at('platform.register', (register) => async (platform, body, bearer) => {
      const outcome = await register(platform, body, bearer);
      const sql = `SELECT 1 FROM workspaces WHERE id::text = $1 AND runtime <> 'external'`;
      const managed = await platform.database.query('', sql, [String(body?.id)]);
      if (managed.length === 0 || 'refused' in outcome) return outcome;
      return { ...outcome, body: { ...Object(outcome.body), platform_inbound_secret: undefined } };
    }),
  ),
  kills: [
    {
      cases: ['F.5-first-register', 'E.1-unknown'],
      reason: /^it is registered: 200 .*platform_inbound_secret/,
    },
  ],
};
