import type { Fault } from '../../../../faults/fault.ts';
import { otherFiles } from '../values.ts';

export const uriEscapesRewritten: Fault = {
  id: 'P-uri-escapes-rewritten',
  title: 'escapes in URIs of files are undone and made again',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      otherFiles(({ uri, ...file }) => ({
        ...file,
        uri:
          typeof uri === 'string'
            ? encodeURI(decodeURI(uri.replaceAll('+', ' '))).replace(/%[0-9a-f]{2}/gi, capital)
            : uri,
      })),
    ],
  },
  kills: [
    {
      cases: [
        'file-uri-data',
        'file-uri-escape-case',
        'file-uri-plus',
        'file-uri-scripts',
        'file-uri-signed',
      ],
      clause: 'A.7',
      reason: /^params\.message\.parts\[1\]\.file\.uri = "/,
      outcome: 'delivered-altered',
    },
  ],
};

function capital(octet: string): string {
  return octet.toUpperCase();
}
