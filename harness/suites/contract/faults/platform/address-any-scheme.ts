import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const addressAnyScheme: Fault = {
  id: 'P-address-any-scheme',
  title: 'a URL of any scheme passes',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.validateRegisterUrl', (judge) => async (url, ...rest) => {
        return /^(?:ftp|file):/.test(url) ? { allowed: true } : judge(url, ...rest);
      }),
    ],
  },
  kills: [{ cases: ['E.5-refused@ftp', 'E.5-refused@file'], reason: /^it is refused: 200 / }],
};
