import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../../../contract/faults/on-platform.ts';

export const overrideKept: Fault = {
  id: 'M045',
  title: 'a heartbeat without an idle time keeps the one before',
  plant: onPlatform(
    at('platform.rememberRuntime', (remember) => (platform, beat) => {
      if (beat.idleTimeoutSeconds !== undefined) return remember(platform, beat);
      platform.runtimeState.setCapabilities(beat.workspaceId, beat.capabilities);
    }),
  ),
  kills: [{ cases: ['A.8-cleared'], reason: /^answered .*: true/ }],
};
