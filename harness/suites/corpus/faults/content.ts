import type { ServiceMutant } from '../../../faults/fault.ts';

/** What becomes of parts, texts and numbers on their way to the agent. */
export const CONTENT: readonly ServiceMutant[] = [
  {
    kind: 'service',
    id: 'P-parts-reversed',
    title: 'parts change places',
    service: 'platform',
    plant: 'parts-reversed.ts',
    kills: [
      {
        cases: [
          'hg-content-list-kind',
          'hg-content-list-mixed',
          'hg-content-list-type',
          'v01-type-data',
          'v01-type-file',
          'v01-type-many',
        ],
        clause: 'A.4',
        reason: /^params\.message\.parts\[0\]/,
        outcome: 'delivered-altered',
      },
      {
        cases: [
          'v02-mixed-parts',
          'v03-data',
          'v03-file-both',
          'v03-file-bytes-not-base64',
          'v03-file-bytes',
          'v03-file-name-unicode',
          'v03-file-uri-scheme',
          'v03-file-uri',
          'v03-file-without-name',
          'v03-hundred-parts',
          'v03-many-parts',
          'v03-mixed',
          'v03-multi-text',
        ],
        clause: 'A.7',
        reason: /^params\.message\.parts\[0\]/,
        outcome: 'delivered-altered',
      },
    ],
  },
  {
    kind: 'service',
    id: 'P-parts-lost',
    title: 'only the first part is forwarded',
    service: 'platform',
    plant: 'first-part-only.ts',
    kills: [
      {
        cases: ['hg-content-list-kind', 'hg-content-list-type', 'v01-type-data', 'v01-type-file'],
        clause: 'A.4',
        reason: /^params\.message\.parts\[\d+\] is missing/,
        outcome: 'delivered-altered',
      },
      {
        cases: ['hg-content-list-mixed', 'v01-type-many'],
        clause: 'A.4',
        reason: /^params\.message\.parts\[\d+\] is missing/,
        outcome: 'dropped',
      },
      {
        cases: [
          'v02-mixed-parts',
          'v03-data',
          'v03-file-both',
          'v03-file-bytes-not-base64',
          'v03-file-bytes',
          'v03-file-name-unicode',
          'v03-file-uri-scheme',
          'v03-file-uri',
          'v03-file-without-name',
        ],
        clause: 'A.7',
        reason: /^params\.message\.parts\[\d+\] is missing/,
        outcome: 'delivered-altered',
      },
      {
        cases: ['v03-empty-text-part', 'v03-hundred-parts', 'v03-many-parts', 'v03-mixed', 'v03-multi-text'],
        clause: 'A.7',
        reason: /^params\.message\.parts\[\d+\] is missing/,
        outcome: 'dropped',
      },
      {
        cases: ['data-array', 'data-null', 'kind-unknown', 'v01-file-neither', 'v03-file-neither'],
        clause: 'A.4',
        reason: /HTTP 200 and a result$/,
        outcome: 'delivered-altered',
      },
      {
        cases: ['v03-file-with-uri'],
        clause: 'A.7',
        reason: /HTTP 200 and a result$/,
        outcome: 'delivered-altered',
      },
    ],
  },
  {
    kind: 'service',
    id: 'P-text-trimmed',
    title: 'white space at the ends of a text is lost',
    service: 'platform',
    plant: 'text-trimmed.ts',
    kills: [
      {
        cases: ['hg-content-multiline'],
        clause: 'A.4',
        reason: /^params\.message\.parts\[\d+\]\.text = /,
        outcome: 'delivered-altered',
      },
    ],
  },
  {
    kind: 'service',
    id: 'P-text-ascii',
    title: 'characters beyond ASCII become question marks',
    service: 'platform',
    plant: 'text-ascii.ts',
    kills: [
      {
        cases: ['hg-content-unicode', 'v03-compact', 'v03-escapes'],
        clause: 'A.4',
        reason: /^params\.message\.parts\[\d+\]\.text = .*\?/,
        outcome: 'delivered-altered',
      },
      {
        cases: ['v03-unicode'],
        clause: 'A.7',
        reason: /^params\.message\.parts\[\d+\]\.text = .*\?/,
        outcome: 'delivered-altered',
      },
    ],
  },
  {
    kind: 'service',
    id: 'P-text-truncated',
    title: 'long texts are cut',
    service: 'platform',
    plant: 'text-truncated.ts',
    kills: [
      {
        cases: ['big-text-101k', 'big-text-64k', 'big-text-under-cap'],
        clause: 'A.1',
        reason: /^params\.message\.parts\[\d+\]\.text = /,
        outcome: 'dropped',
      },
      {
        cases: ['v03-long-text'],
        clause: 'A.7',
        reason: /^params\.message\.parts\[\d+\]\.text = /,
        outcome: 'dropped',
      },
    ],
  },
  {
    kind: 'service',
    id: 'P-text-escaped',
    title: 'texts are escaped for HTML',
    service: 'platform',
    plant: 'text-html-escaped.ts',
    kills: [
      {
        cases: ['hg-content-unicode', 'v03-escapes'],
        clause: 'A.4',
        reason: /^params\.message\.parts\[\d+\]\.text = .*&lt;/,
        outcome: 'delivered-altered',
      },
    ],
  },
  {
    kind: 'service',
    id: 'P-numbers-rounded',
    title: 'numbers lose their precision',
    service: 'platform',
    plant: 'numbers-rounded.ts',
    kills: [
      { cases: ['v03-numbers'], clause: 'A.4', reason: /^params\..* = -?\d/, outcome: 'delivered-altered' },
    ],
  },
];
