import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../../../contract/faults/on-platform.ts';

export const overrideLost: Fault = {
  id: 'M049',
  title: 'a heartbeat with capabilities takes the idle time away',
  plant: onPlatform(
    at('platform.rememberRuntime', (remember) => (platform, beat) => {
      remember(platform, beat);
      if (beat.capabilities.length > 0)
        platform.runtimeState.setIdleTimeoutSeconds(beat.workspaceId, undefined);
    }),
  ),
  kills: [
    {
      cases: ['A.8-limit@beside-capabilities'],
      reason: /^the call is over: false/,
    },
  ],
};
