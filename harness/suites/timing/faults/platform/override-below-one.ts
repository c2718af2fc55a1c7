import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../../../contract/faults/on-platform.ts';

export const overrideBelowOne: Fault = {
  id: 'P-idle-override-negative',
  title: 'an idle time below one counts as one second',
  plant: onPlatform(
    at('platform.rememberRuntime', (remember) => (platform, beat) => {
      remember(platform, beat);
      const { idleTimeoutSeconds = 1 } = beat;
      if (idleTimeoutSeconds < 1) platform.runtimeState.setIdleTimeoutSeconds(beat.workspaceId, 1);
    }),
  ),
  kills: [{ cases: ['A.8-limit@zero', 'A.8-limit@negative'], reason: /^answered .*: true/ }],
};
