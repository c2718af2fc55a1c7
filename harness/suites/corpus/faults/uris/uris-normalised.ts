import type { Fault } from '../../../../faults/fault.ts';
import { otherFiles } from '../values.ts';

export const urisNormalised: Fault = {
  id: 'P-uris-normalised',
  title: 'URIs of files are brought into normal form',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      otherFiles(({ uri, ...file }) => ({
        ...file,
        uri: typeof uri === 'string' ? (URL.canParse(uri) ? new URL(uri).href : uri) : uri,
      })),
    ],
  },
  kills: [
    {
      cases: ['file-uri-scripts', 'file-uri-signed'],
      clause: 'A.7',
      reason: /^params\.message\.parts\[1\]\.file\.uri = "/,
      outcome: 'delivered-altered',
    },
  ],
};
