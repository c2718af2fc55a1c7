import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const downloadOfPollingAwaited: Fault = {
  id: 'P-download-of-polling-awaited',
  title: 'a workspace that polls is one whose agent has not come yet, so that people wait for it',
  plant: onPlatform(at('platform.refuseDownload', () => () => undefined)),
  kills: [{ cases: ['G.2-polling-download'], reason: /^it is told so: 503 / }],
};
