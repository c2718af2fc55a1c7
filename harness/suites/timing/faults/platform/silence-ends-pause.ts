import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../../../contract/faults/on-platform.ts';

export const silenceEndsPause: Fault = {
  id: 'P-silence-ends-pause',
  title: 'a workspace that is paused is held to be silent',
  plant: onPlatform(
    at('platform.silences', (silences) => (platform) => {
      return silences(platform).map((each) => ({ ...each, from: [...each.from, 'paused'] }));
    }),
  ),
  kills: [{ cases: ['E.3-silent-but@paused'], reason: /^its status after 5 min: / }],
};
