import type { Fault } from '../../../../faults/fault.ts';
import { otherFiles } from '../values.ts';

export const urisCut: Fault = {
  id: 'P-uris-cut',
  title: 'URIs of files are cut at 2,048 characters',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      otherFiles(({ uri, ...file }) => ({
        ...file,
        uri: typeof uri === 'string' ? uri.slice(0, 2_048) : uri,
      })),
    ],
  },
  kills: [
    {
      cases: ['file-uri-long'],
      clause: 'A.7',
      reason: /^params\.message\.parts\[1\]\.file\.uri = .* at character 2048$/,
      outcome: 'delivered-altered',
    },
  ],
};
