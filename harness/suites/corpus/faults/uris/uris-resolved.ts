import type { Fault } from '../../../../faults/fault.ts';
import { otherFiles } from '../values.ts';

export const urisResolved: Fault = {
  id: 'P-uris-resolved',
  title: 'relative URIs of files are resolved against an address of the platform',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      otherFiles(({ uri, ...file }) => ({
        ...file,
        uri:
          typeof uri === 'string'
            ? URL.canParse(uri)
              ? uri
              : new URL(uri, 'https://platform.example/a/').href
            : uri,
      })),
    ],
  },
  kills: [
    {
      cases: ['file-uri-relative'],
      clause: 'A.7',
      reason: /^params\.message\.parts\[1\]\.file\.uri = "https:\/\/platform/,
      outcome: 'delivered-altered',
    },
  ],
};
