import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const loggedWithoutRow: Fault = {
  id: 'P-contract-logged-without-row',
  title: 'what is logged leaves no row',
  plant: onPlatform(
    at('platform.createActivity', (create) => async (platform, workspaceId, body) => {
      const outcome = await create(platform, workspaceId, { ...body, target_id: 'x' });
      const isDone = 'refused' in outcome && JSON.stringify(outcome.refused.body).includes('target_id');
      return isDone && body?.target_id === undefined
        ? { status: 200, body: { status: 'logged' } }
        : create(platform, workspaceId, body);
    }),
  ),
  kills: [
    {
      cases: [
        'C.2-takes@a2a_send',
        'C.2-takes@a2a_receive',
        'C.2-takes@task_update',
        'C.2-takes@agent_log',
        'C.2-takes@skill_promotion',
        'C.2-takes@memory_write',
        'C.2-takes@error',
        'C.2-keeps@documents',
        'C.2-keeps@metadata',
        'C.2-keeps@request-before-metadata',
        'C.2-keeps@text-as-request',
        'C.2-keeps@empty-texts',
        'C.2-keeps@status',
        'C.2-keeps@long-duration',
        'C.2-keeps@source-left-empty',
      ],
      reason: /^its row: 200 \[\]/,
    },
    {
      cases: [
        'C.1-newest-first',
        'C.1-type',
        'C.1-window@inside',
        'C.1-window@outside',
        'C.1-window@no-window',
        'C.1-window@nearly-a-month',
        'C.1-window@clamped-to-a-month',
      ],
      reason: /^the page: \[\]/,
    },
    { cases: ['C.1-source'], reason: /^of agents: \[\]/ },
    { cases: ['C.1-cursor-and-window'], reason: /^the answer has a text at 2.id/ },
    { cases: ['C.2-unknown-workspace'], reason: /^the administrator is told: 200/ },
  ],
};
