import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const fileHeadersOfUpload: Fault = {
  id: 'M150',
  title: 'a download comes without the name of its file',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.passedOnHeaders', (pass) => (_operation, headers) => pass('upload', headers))],
  },
  kills: [{ cases: ['G.1-download'], reason: /there is no content-disposition$/ }],
};
