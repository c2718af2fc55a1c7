import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';
import type { PlatformEvent } from '../told.ts';

export const taskToldAfter: Fault = {
  id: 'P-contract-task-told-after',
  title: 'another task is told after the heartbeat that brought it',
  plant: onPlatform(
    at('platform.told', (tell) => {
      const held = new Map<string, PlatformEvent>();
      return (event) => {
        if (event.event === 'TASK_UPDATED') {
          held.set(event.workspaceId, event);
          return [];
        }
        const task = event.event === 'WORKSPACE_HEARTBEAT' ? held.get(event.workspaceId) : undefined;
        held.delete(event.workspaceId);
        return task ? [event, task] : tell(event);
      };
    }),
  ),
  kills: [
    {
      cases: ['C.4-tells@task'],
      reason: /^the names of what is told: \["WORKSPACE_HEARTBEAT","TASK_UPDATED"/,
    },
  ],
};
