import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const fileHeadersAll: Fault = {
  id: 'P-file-headers-all',
  title: 'all headers of an agent reach the client',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.passedOnHeaders', () => (_operation, headers) => ({ ...headers }))],
  },
  kills: [{ cases: ['G.1-upload', 'G.1-download'], reason: /x-own is 1$/ }],
};
