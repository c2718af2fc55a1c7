import type { Fault } from '../../../../faults/fault.ts';
import { sentWith } from '../sent-with.ts';

export const versionAnnounced: Fault = {
  id: 'P-routes-version-announced',
  title: 'the version of a call of protocol 1.0 goes on to the agent',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      sentWith(
        ({ method }): Readonly<Record<string, string>> =>
          /^[A-Z]/.test(method) ? { 'a2a-version': '1.0' } : {},
      ),
    ],
  },
  kills: [
    {
      cases: [
        'session-v1-same-context',
        'session-v1-terminal-task',
        'v1-agent-role',
        'v1-cancel-task-unknown',
        'v1-content',
        'v1-data',
        'v1-data-falsy',
        'v1-data-list',
        'v1-data-null',
        'v1-doubles',
        'v1-file-raw',
        'v1-file-url',
        'v1-file-url-signed',
        'v1-get-task-unknown',
        'v1-id-zero',
        'v1-key-snake',
        'v1-kind-parts',
        'v1-list-tasks-negative',
        'v1-lower-case-role',
        'v1-metadata',
        'v1-metadata-nulls',
        'v1-multi-text',
        'v1-no-message',
        'v1-no-message-id',
        'v1-part-metadata',
        'v1-part-without-content',
        'v1-parts-empty',
        'v1-platform',
        'v1-references-order',
        'v1-request-metadata',
        'v1-scripts',
        'v1-stream',
        'v1-stream-task',
        'v1-text',
        'v1-text-and-url',
        'v1-text-empty',
        'v1-text-media-type',
        'v1-text-on-old-lines',
        'v1-unicode',
      ],
      clause: 'A.7',
      reason: /^the header a2a-version of the caller reached the agent$/,
    },
    {
      cases: ['v1-no-header', 'v1-unsupported-version'],
      clause: 'A.7',
      reason: /^agent code was called once through the platform, and 0 times directly$/,
    },
  ],
};
