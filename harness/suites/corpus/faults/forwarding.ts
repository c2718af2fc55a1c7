import type { ServiceMutant } from '../../../faults/fault.ts';
import { bringsMessageId } from './where.ts';

/** What becomes of everything beside the parts of a message on its way. */
export const FORWARDING: readonly ServiceMutant[] = [
  {
    kind: 'service',
    id: 'P-message-id-regenerated',
    title: 'every message gets a new id',
    service: 'platform',
    plant: 'message-id-regenerated.ts',
    kills: [
      { cases: bringsMessageId, reason: /^params\.message\.messageId = "[0-9a-f-]{36}"$/ },
      {
        cases: ['hg-message-id-empty', 'hg-message-id-null', 'message-id-number'],
        clause: 'A.4',
        reason: /^the sender got HTTP 200 and a result$/,
        outcome: 'delivered-altered',
      },
    ],
  },
  {
    kind: 'service',
    id: 'P-metadata-dropped',
    title: 'the metadata of a message is dropped',
    service: 'platform',
    plant: 'metadata-dropped.ts',
    kills: [
      {
        cases: ['deep-500', 'deep-64', 'hg-content-and-metadata', 'v03-numbers', 'v03-proto-keys'],
        clause: 'A.4',
        reason: /^params\.message\.metadata is missing$/,
        outcome: 'delivered-altered',
      },
      {
        cases: ['v03-full', 'v03-metadata-part'],
        clause: 'A.7',
        reason: /^params\.message\.metadata is missing$/,
        outcome: 'delivered-altered',
      },
    ],
  },
  {
    kind: 'service',
    id: 'P-context-dropped',
    title: 'the context of a message is dropped',
    service: 'platform',
    plant: 'context-dropped.ts',
    kills: [
      {
        cases: ['hg-content-and-metadata', 'session-platform-context'],
        clause: 'A.4',
        reason: /^params\.message\.contextId is missing$/,
        outcome: 'delivered-altered',
      },
      {
        cases: ['v03-context', 'v03-full'],
        clause: 'A.7',
        reason: /^params\.message\.contextId is missing$/,
        outcome: 'delivered-altered',
      },
    ],
  },
  {
    kind: 'service',
    id: 'P-unknown-stripped',
    title: 'members of a message that the platform does not know are dropped',
    service: 'platform',
    plant: 'unknown-fields-stripped.ts',
    kills: [
      {
        cases: ['v021-reference-tasks', 'v022-extensions', 'v03-full', 'v03-unknown-fields'],
        clause: 'A.7',
        reason: /^params\.message\.(extensions|futureField|referenceTaskIds) is missing$/,
        outcome: 'delivered-altered',
      },
      { cases: ['raw-nul'], clause: 'A.4', reason: / is missing$/, outcome: 'delivered-altered' },
    ],
  },
  {
    kind: 'service',
    id: 'P-configuration-dropped',
    title: 'the configuration of a send is dropped',
    service: 'platform',
    plant: 'configuration-dropped.ts',
    kills: [
      {
        cases: ['hg-content-and-metadata'],
        clause: 'A.4',
        reason: /^params\.configuration is missing$/,
        outcome: 'delivered-altered',
      },
      {
        cases: [
          'v025-accepted-output-modes',
          'v026-blocking',
          'v026-no-accepted-output-modes',
          'v03-full',
          'v03-history-length-negative',
        ],
        clause: 'A.7',
        reason: /^params\.configuration is missing$/,
        outcome: 'delivered-altered',
      },
    ],
  },
  {
    kind: 'service',
    id: 'P-id-stringified',
    title: 'a numeric request id becomes a string',
    service: 'platform',
    plant: 'id-stringified.ts',
    kills: [{ cases: ['v03-int-id'], clause: 'A.7', reason: /^id = "/, outcome: 'delivered-altered' }],
  },
  {
    kind: 'service',
    id: 'P-methods-upgraded',
    title: 'methods of other protocol versions are rewritten',
    service: 'platform',
    revisions: ['R3'],
    plant: 'old-methods-upgraded.ts',
    kills: [
      { cases: ['v01-no-envelope'], clause: 'A.4', reason: /HTTP 200 and a result$/, outcome: 'delivered' },
      {
        cases: ['v01-tasks-send-subscribe', 'v01-tasks-send'],
        clause: 'A.7',
        reason: /HTTP 200 and a result$/,
        outcome: 'delivered',
      },
      {
        cases: ['v1-platform@0.2', 'v1-platform@0.3'],
        clause: 'A.7',
        reason: /HTTP 200 and a result$/,
        outcome: 'dropped',
      },
      {
        cases: ['v1-platform@1.x', 'v1-platform@strict'],
        clause: 'A.7',
        reason: /and error -32602 "(message\.role must be|Invalid params: \/message\/parts\/0 .*'kind')/,
        outcome: 'rejected-loud',
      },
    ],
  },
];
