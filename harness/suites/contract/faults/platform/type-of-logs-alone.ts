import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const typeOfLogsAlone: Fault = {
  id: 'P-contract-type-of-logs-alone',
  title: 'only one type of row is taken',
  plant: onPlatform(
    at('platform.createActivity', (create) => async (platform, workspaceId, body) => {
      if (body?.activity_type === 'agent_log') return create(platform, workspaceId, body);
      return { refused: { status: 400, body: { error: 'invalid activity_type' } } };
    }),
  ),
  kills: [
    {
      cases: [
        'C.2-takes@a2a_send',
        'C.2-takes@a2a_receive',
        'C.2-takes@task_update',
        'C.2-takes@skill_promotion',
        'C.2-takes@memory_write',
        'C.2-takes@error',
      ],
      reason: /^it is logged: 400/,
    },
    { cases: ['C.1-type'], clause: 'C.2', reason: /^the row is logged: 400/ },
    {
      cases: [
        'C.2-refuses@no-type',
        'C.2-refuses@empty-type',
        'C.2-refuses@number-as-type',
        'C.2-refuses@delegation',
        'C.2-refuses@unknown-type',
        'C.2-refuses@type-in-capitals',
        'C.2-refuses@list',
      ],
      reason: /^it is refused: 400 .*invalid activity_type/,
    },
  ],
};
