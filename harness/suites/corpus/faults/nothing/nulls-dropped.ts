import type { Fault } from '../../../../faults/fault.ts';
import { forwarded, isObject, type Json, type JsonObject, withMessage } from '../request.ts';
import { withMembers } from '../values.ts';

export const nullsDropped: Fault = {
  id: 'P-nulls-dropped',
  title: 'members that are null are left out of metadata and data',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [forwarded((request) => withMessage(request, freeOfNulls))],
  },
  kills: [
    {
      cases: ['data-nulls', 'metadata-key-message', 'metadata-nulls'],
      clause: 'A.4',
      reason: / is missing$/,
      outcome: 'delivered-altered',
    },
    { cases: ['poll-nulls'], clause: 'A.5', reason: / is missing$/, outcome: 'delivered-altered' },
    {
      cases: ['v03-stream-platform-full'],
      clause: 'A.9',
      reason: / is missing$/,
      outcome: 'delivered-altered',
    },
  ],
};

function freeOfNulls({ metadata, parts, ...rest }: JsonObject): JsonObject {
  const bare = (part: Json) => (isObject(part) ? { ...part, data: without(part.data) } : part);
  return { ...rest, metadata: without(metadata), parts: Array.isArray(parts) ? parts.map(bare) : parts };
}

function without(value: Json | undefined): Json | undefined {
  return value === undefined
    ? value
    : withMembers(value, (members) => members.filter(([, inner]) => inner !== null));
}
