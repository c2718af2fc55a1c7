import type { ServiceMutant } from '../../../faults/fault.ts';

const LEFT_BESIDE = /^params\.message\.content = /;
const UNREAD = /^text lost: the runtime received content .+ and agent code read 0 parts$/;
const NEITHER_ERROR = /HTTP 400 and the error "params\.message must contain either 'parts'/;
const REACHED_RUNTIME = /^it arrived at the runtime 1 times$/;

/** What the proxy makes of the message of a request, rule by rule of A.4. */
export const NORMALISATION: readonly ServiceMutant[] = [
  {
    kind: 'service',
    id: 'M108',
    title: 'v0.2 string content is forwarded raw',
    service: 'platform',
    plant: 'string-content-raw.ts',
    kills: [
      { cases: ['hg-content-string@0.2', 'hg-content-string@0.3'], clause: 'A.4', reason: UNREAD },
      {
        cases: [
          'hg-bare-envelope-content',
          'hg-content-and-metadata',
          'hg-content-multiline',
          'hg-content-string',
          'hg-content-string-no-message-id',
          'hg-content-string-no-role',
          'hg-content-unicode',
          'hg-content-with-type-word',
          'hg-minimal',
          'session-platform-context',
        ],
        clause: 'A.4',
        reason: LEFT_BESIDE,
      },
      {
        cases: ['hg-content-string-naive-agent'],
        clause: 'A.4',
        reason: /^the sender got HTTP 200 and a task that failed: "Agent execution error: .*'filter'/,
        outcome: 'failed-task',
      },
      { cases: ['hg-content-string-poll'], clause: 'A.5', reason: LEFT_BESIDE, outcome: 'dropped' },
    ],
  },
  {
    kind: 'service',
    id: 'M109',
    title: 'v0.2 list content is forwarded raw',
    service: 'platform',
    plant: 'list-content-raw.ts',
    kills: [
      {
        cases: [
          'hg-content-list-kind',
          'hg-content-list-mixed',
          'hg-content-list-no-message-id',
          'hg-content-list-type',
        ],
        clause: 'A.4',
        reason: LEFT_BESIDE,
      },
      {
        cases: ['rest-v03-protojson@strict'],
        clause: 'A.4',
        reason: /"Invalid params: \/message must have required property 'parts'/,
      },
    ],
  },
  {
    kind: 'service',
    id: 'M110',
    title: 'a message with neither parts nor content is accepted',
    service: 'platform',
    plant: 'neither-accepted.ts',
    kills: [{ cases: ['hg-neither', 'v1-platform-neither'], clause: 'A.4', reason: REACHED_RUNTIME }],
  },
  {
    kind: 'service',
    id: 'M111',
    title: 'content of an unsupported type is accepted',
    service: 'platform',
    plant: 'content-type-accepted.ts',
    kills: [
      {
        cases: [
          'hg-content-boolean',
          'hg-content-integer',
          'hg-content-null',
          'hg-content-object',
          'v1-platform-content',
        ],
        clause: 'A.4',
        reason: REACHED_RUNTIME,
      },
    ],
  },
  {
    kind: 'service',
    id: 'M112',
    title: 'methods without a message are rejected',
    service: 'platform',
    plant: 'message-less-rejected.ts',
    kills: [
      {
        cases: [
          'message-string',
          'params-array',
          'params-missing',
          'v03-tasks-cancel-unknown',
          'v03-tasks-get-unknown',
          'v03-tasks-list',
          'v03-unknown-method',
        ],
        clause: 'A.4',
        reason: NEITHER_ERROR,
      },
      { cases: ['v01-push-notification-set'], clause: 'A.7', reason: NEITHER_ERROR },
    ],
  },
];
