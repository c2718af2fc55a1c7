import type { Fault } from '../../../../faults/fault.ts';
import { otherMetadata } from '../values.ts';

export const numberedKeysListed: Fault = {
  id: 'P-numbered-keys-listed',
  title: 'an object whose keys are numbers becomes a list',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      otherMetadata((metadata) =>
        Object.keys(metadata).every((name) => /^\d+$/.test(name)) && '0' in metadata
          ? Object.values(metadata).map((value) => value ?? null)
          : metadata,
      ),
    ],
  },
  kills: [
    {
      cases: ['metadata-key-numeric@0.3', 'metadata-key-numeric@1.x'],
      clause: 'A.4',
      reason: /must be object|error -32602/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['metadata-key-numeric@strict'],
      clause: 'A.4',
      reason: /must be object|error -32602/,
      outcome: 'rejected-loud',
    },
  ],
};
