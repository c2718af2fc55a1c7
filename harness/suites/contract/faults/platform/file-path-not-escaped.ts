import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const filePathNotEscaped: Fault = {
  id: 'P-file-path-not-escaped',
  title: 'the path of a file is handed on as it is',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.forwardFile', (forward) => (platform, destination, asked) => {
        const [place = '', query = ''] = asked.path.split('?');
        const path = new URLSearchParams(query).get('path');
        return forward(platform, destination, { ...asked, path: path ? `${place}?path=${path}` : place });
      }),
    ],
  },
  kills: [{ cases: ['G.1-path@ampersand', 'G.1-path@plus'], reason: /^what is asked for: / }],
};
