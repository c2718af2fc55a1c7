import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const uploadFormWrittenAnew: Fault = {
  id: 'M080',
  title: 'an upload is read and written anew, with another boundary',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.forwardFile',
        (forward) => (platform, destination, asked) =>
          forward(platform, destination, {
            ...asked,
            ...(asked.method === 'POST' && {
              headers: { ...asked.headers, 'content-type': 'multipart/form-data; boundary=anew' },
            }),
          }),
      ),
    ],
  },
  kills: [{ cases: ['G.1-upload'], reason: /^its content type: / }],
};
