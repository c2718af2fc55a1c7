import type { ServiceMutant } from '../../../faults/fault.ts';

/** How the proxy reads the bytes of a body before any rule applies. */
export const READING: readonly ServiceMutant[] = [
  {
    kind: 'service',
    id: 'P-bom-accepted',
    title: 'a byte order mark is accepted',
    service: 'platform',
    plant: 'bom-accepted.ts',
    kills: [
      {
        cases: ['raw-bom'],
        clause: 'A.4',
        reason: /^it arrived at the runtime 1 times$/,
        outcome: 'delivered',
      },
    ],
  },
  {
    kind: 'service',
    id: 'P-trailing-accepted',
    title: 'what follows the document is ignored',
    service: 'platform',
    plant: 'trailing-garbage-accepted.ts',
    kills: [
      {
        cases: ['raw-trailing'],
        clause: 'A.4',
        reason: /^it arrived at the runtime 1 times$/,
        outcome: 'delivered-altered',
      },
    ],
  },
  {
    kind: 'service',
    id: 'P-lenient-json',
    title: 'JSON is read with the leniency of a browser console',
    service: 'platform',
    plant: 'lenient-json.ts',
    kills: [
      {
        cases: ['raw-nan'],
        clause: 'A.4',
        reason: /^it arrived at the runtime 1 times$/,
        outcome: 'rejected-loud',
      },
      {
        cases: ['raw-single-quotes', 'raw-trailing-comma'],
        clause: 'A.4',
        reason: /^it arrived at the runtime 1 times$/,
        outcome: 'delivered-altered',
      },
    ],
  },
  {
    kind: 'service',
    id: 'P-unreadable-empty',
    title: 'an unreadable body is taken for an empty request',
    service: 'platform',
    plant: 'unreadable-taken-for-empty.ts',
    kills: [
      {
        cases: [
          'deep-20000',
          'raw-bom',
          'raw-comment',
          'raw-control-character',
          'raw-empty',
          'raw-infinity',
          'raw-nan',
          'raw-not-json',
          'raw-number',
          'raw-single-quotes',
          'raw-string',
          'raw-trailing-comma',
          'raw-trailing',
          'raw-truncated',
          'raw-utf16',
          'raw-whitespace',
        ],
        clause: 'A.4',
        reason: /^it arrived at the runtime 1 times$/,
        outcome: 'rejected-loud',
      },
    ],
  },
  {
    kind: 'service',
    id: 'P-nesting-refused',
    title: 'documents nested deeper than 200 are refused',
    service: 'platform',
    plant: 'nesting-refused.ts',
    kills: [
      {
        cases: ['deep-500', 'deep-9900'],
        clause: 'A.4',
        reason: /HTTP 400 and the error "invalid JSON"$/,
        outcome: 'rejected-loud',
      },
    ],
  },
  {
    kind: 'service',
    id: 'P-big-body-refused',
    title: 'bodies above 60 KB are refused',
    service: 'platform',
    plant: 'big-body-refused.ts',
    kills: [
      {
        cases: ['big-text-101k', 'big-text-64k', 'big-text-under-cap'],
        clause: 'A.1',
        reason: /HTTP 400 and the error "invalid JSON"$/,
        outcome: 'rejected-loud',
      },
      {
        cases: ['v03-many-parts'],
        clause: 'A.7',
        reason: /HTTP 400 and the error "invalid JSON"$/,
        outcome: 'rejected-loud',
      },
    ],
  },
];
