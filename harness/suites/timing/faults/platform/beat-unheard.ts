import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../../../contract/faults/on-platform.ts';

export const beatUnheard: Fault = {
  id: 'M035',
  title: 'only a heartbeat with another task is told',
  plant: onPlatform(
    at('platform.heartbeatEvents', (tell) => (platform, beat, previousTask) => {
      if (beat.currentTask !== previousTask) tell(platform, beat, previousTask);
    }),
  ),
  kills: [{ cases: ['A.8-kept-alive'], reason: /^answered .*: true/ }],
};
