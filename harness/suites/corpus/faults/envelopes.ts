import type { ServiceMutant } from '../../../faults/fault.ts';

/** The finer rules of A.4: ids, roles, envelopes and kinds. */
export const MESSAGE_RULES: readonly ServiceMutant[] = [
  {
    kind: 'service',
    id: 'P-message-id-missing',
    title: 'a message without an id is forwarded without one',
    service: 'platform',
    plant: 'message-id-not-filled.ts',
    kills: [
      {
        cases: [
          'hg-bare-envelope-content',
          'hg-content-list-no-message-id',
          'hg-content-string-no-message-id',
          'hg-minimal',
          'hg-no-message-id',
        ],
        clause: 'A.4',
        reason: /^params\.message\.messageId is missing/,
        outcome: 'rejected-loud',
      },
    ],
  },
  {
    kind: 'service',
    id: 'P-content-kept',
    title: 'content stays beside the parts made from it',
    service: 'platform',
    plant: 'content-kept-beside-parts.ts',
    kills: [
      {
        cases: [
          'hg-bare-envelope-content',
          'hg-content-and-metadata',
          'hg-content-multiline',
          'hg-content-string-naive-agent',
          'hg-content-string-no-message-id',
          'hg-content-string-no-role',
          'hg-content-string',
          'hg-content-unicode',
          'hg-content-with-type-word',
          'hg-minimal',
          'session-platform-context',
        ],
        clause: 'A.4',
        reason: /^params\.message\.content = /,
        outcome: 'delivered-altered',
      },
      {
        cases: ['hg-content-string-poll'],
        clause: 'A.5',
        reason: /^params\.message\.content = /,
        outcome: 'delivered-altered',
      },
    ],
  },
  {
    kind: 'service',
    id: 'P-parts-overwritten',
    title: 'parts are overwritten by content',
    service: 'platform',
    plant: 'parts-overwritten-by-content.ts',
    kills: [
      {
        cases: ['hg-parts-null-with-content'],
        clause: 'A.4',
        reason: /HTTP 200 and a result$/,
        outcome: 'delivered',
      },
    ],
  },
  {
    kind: 'service',
    id: 'P-role-missing',
    title: 'a message without a role is forwarded without one',
    service: 'platform',
    revisions: ['R3'],
    plant: 'role-not-defaulted.ts',
    kills: [
      {
        cases: ['hg-content-string-no-role', 'hg-minimal', 'hg-no-role'],
        clause: 'A.4',
        reason: /^params\.message\.role is missing$/,
      },
    ],
  },
  {
    kind: 'service',
    id: 'P-role-overwritten',
    title: 'every message speaks as the user',
    service: 'platform',
    revisions: ['R3'],
    plant: 'role-overwritten.ts',
    kills: [
      {
        cases: ['v03-agent-role'],
        clause: 'A.4',
        reason: /^params\.message\.role = "user"$/,
        outcome: 'delivered-altered',
      },
      { cases: ['hg-role-assistant'], clause: 'A.7', reason: /HTTP 200 and a result$/, outcome: 'delivered' },
      { cases: ['role-null'], clause: 'A.4', reason: /HTTP 200 and a result$/, outcome: 'delivered' },
      {
        cases: ['rest-v03-protojson@1.x'],
        clause: 'A.4',
        reason: /and error -32602 "Invalid v0\.3 part kind: undefined"/,
        outcome: 'rejected-loud',
      },
      {
        cases: ['v03-method-v1-body@1.x'],
        clause: 'A.7',
        reason: /and error -32602 "Invalid v0\.3 part kind: undefined"/,
        outcome: 'rejected-loud',
      },
    ],
  },
  {
    kind: 'service',
    id: 'P-type-kept',
    title: 'v0.1 parts are forwarded with `type`',
    service: 'platform',
    revisions: ['R3'],
    plant: 'type-not-renamed.ts',
    kills: [
      {
        cases: ['hg-content-list-type', 'v01-type-data', 'v01-type-file', 'v01-type-many', 'v01-type-text'],
        clause: 'A.4',
        reason: /^params\.message\.parts\[\d+\]\.kind is missing$/,
      },
      {
        cases: ['v01-file-neither'],
        clause: 'A.4',
        reason: /and error -32602 "Invalid (v0\.3 part kind|params: .*'kind')/,
        outcome: 'rejected-loud',
      },
    ],
  },
  {
    kind: 'service',
    id: 'P-envelope-bare',
    title: 'a request without an envelope is forwarded without one',
    service: 'platform',
    plant: 'envelope-not-wrapped.ts',
    kills: [
      {
        cases: ['hg-bare-envelope-content', 'hg-bare-envelope', 'hg-extra-top-level', 'hg-minimal'],
        clause: 'A.4',
        reason: /^jsonrpc is missing$/,
        outcome: 'rejected-loud',
      },
      {
        cases: ['v01-no-envelope'],
        clause: 'A.4',
        reason: /and error -32600 "Invalid (JSON-RPC|request: jsonrpc)/,
        outcome: 'rejected-loud',
      },
    ],
  },
  {
    kind: 'service',
    id: 'P-envelope-extras',
    title: 'a new envelope keeps what it should drop',
    service: 'platform',
    plant: 'envelope-keeps-extras.ts',
    kills: [
      {
        cases: ['hg-extra-top-level'],
        clause: 'A.4',
        reason: /^workspace = "ws-0001"$/,
        outcome: 'delivered-altered',
      },
    ],
  },
  {
    kind: 'service',
    id: 'P-jsonrpc-corrected',
    title: 'a wrong `jsonrpc` is corrected silently',
    service: 'platform',
    plant: 'jsonrpc-corrected.ts',
    kills: [
      {
        cases: ['hg-jsonrpc-1', 'hg-jsonrpc-null'],
        clause: 'A.4',
        reason: /HTTP 200 and a result$/,
        outcome: 'delivered',
      },
    ],
  },
  {
    kind: 'service',
    id: 'P-parts-repaired',
    title: 'unusable parts are repaired silently',
    service: 'platform',
    revisions: ['R3'],
    plant: 'parts-repaired.ts',
    kills: [
      {
        cases: [
          'data-array',
          'data-null',
          'kind-capital',
          'kind-number',
          'text-number',
          'v01-file-neither',
          'v03-file-neither',
        ],
        clause: 'A.4',
        reason: /HTTP 200 and a result$/,
        outcome: 'delivered-altered',
      },
      { cases: ['kind-null'], clause: 'A.4', reason: /HTTP 200 and a result$/, outcome: 'delivered' },
      {
        cases: ['v03-file-with-uri'],
        clause: 'A.7',
        reason: /HTTP 200 and a result$/,
        outcome: 'delivered-altered',
      },
      {
        cases: ['rest-v03-protojson@strict'],
        clause: 'A.4',
        reason: /and error -32602 "Invalid params: \/message\/role/,
        outcome: 'rejected-loud',
      },
      {
        cases: ['v03-method-v1-body@strict'],
        clause: 'A.7',
        reason: /and error -32602 "Invalid params: \/message\/role/,
        outcome: 'rejected-loud',
      },
    ],
  },
];
