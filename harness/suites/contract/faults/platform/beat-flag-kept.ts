import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const beatFlagKept: Fault = {
  id: 'P-beat-flag-kept',
  title: 'what a runtime has said of itself is never taken back',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.rememberRuntime', (remember) => (platform, beat) => {
        if (beat.capabilities.length > 0) remember(platform, beat);
      }),
    ],
  },
  kills: [{ cases: ['E.2-status@own-taken-back'], reason: /^what it is then: 200 .*online/ }],
};
