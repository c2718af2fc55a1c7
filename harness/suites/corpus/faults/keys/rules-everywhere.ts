import type { Fault } from '../../../../faults/fault.ts';
import { forwarded, withMessage } from '../request.ts';
import { type Member, withMembers } from '../values.ts';

export const rulesEverywhere: Fault = {
  id: 'P-rules-everywhere',
  title: 'the key type becomes kind wherever it stands',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      forwarded((request) =>
        withMessage(request, ({ metadata, parts, ...message }) => ({
          ...message,
          metadata: metadata === undefined ? metadata : withMembers(metadata, renamed),
          parts: parts === undefined ? parts : withMembers(parts, renamed),
        })),
      ),
    ],
  },
  kills: [
    {
      cases: ['data-key-type', 'metadata-key-message', 'v01-type-data'],
      clause: 'A.4',
      reason: /^params\.message\.(metadata|parts)/,
      outcome: 'delivered-altered',
    },
  ],
};

function renamed(members: readonly Member[]): readonly Member[] {
  return members.map(([name, value]) => [name === 'type' ? 'kind' : name, value]);
}
