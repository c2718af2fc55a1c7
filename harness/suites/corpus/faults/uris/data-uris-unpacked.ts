import type { Fault } from '../../../../faults/fault.ts';
import { otherFiles } from '../values.ts';

export const dataUrisUnpacked: Fault = {
  id: 'P-data-uri-unpacked',
  title: 'data URIs become bytes',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      otherFiles(({ uri, ...file }) =>
        typeof uri === 'string' && uri.startsWith('data:')
          ? { ...file, bytes: bytesOf(uri) }
          : { ...file, uri },
      ),
    ],
  },
  kills: [
    {
      cases: ['file-uri-data'],
      clause: 'A.7',
      reason: /^params\.message\.parts\[1\]\.file\.uri is missing$/,
      outcome: 'delivered-altered',
    },
  ],
};

function bytesOf(uri: string): string {
  return Buffer.from(decodeURIComponent(uri.slice(uri.indexOf(',') + 1))).toString('base64');
}
