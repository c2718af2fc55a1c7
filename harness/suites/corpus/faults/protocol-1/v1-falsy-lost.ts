import type { Fault } from '../../../../faults/fault.ts';
import { fieldsOf, type Json, type JsonObject, received, withParts } from '../request.ts';

export const v1FalsyLost: Fault = {
  id: 'R-v1-falsy-lost',
  title: 'values of protocol 1.0 that are no truth get lost',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    seams: [
      received((document) =>
        isV1(document)
          ? {
              ...withParts(document, (parts) =>
                parts.filter((part) => Object.values(fieldsOf(part)).some(Boolean)),
              ),
              id: document.id || 'made-up',
            }
          : document,
      ),
    ],
  },
  kills: [
    {
      cases: ['v1-id-zero'],
      clause: 'A2A 1.0 SendMessage',
      reason: /^(agent code read|the id of the reply is|parts lost)/,
      outcome: 'delivered',
    },
    {
      cases: ['v1-data-falsy', 'v1-data-null', 'v1-text-empty'],
      clause: 'A2A 1.0 SendMessage',
      reason: /^(agent code read|the id of the reply is|parts lost)/,
      outcome: 'delivered-altered',
    },
  ],
};

function isV1(document: Json): document is JsonObject {
  return fieldsOf(document).method === 'SendMessage';
}
