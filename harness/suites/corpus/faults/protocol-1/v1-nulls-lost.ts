import type { Fault } from '../../../../faults/fault.ts';
import { fieldsOf, type Json, type JsonObject, received } from '../request.ts';
import { withMembers, withMetadata } from '../values.ts';

export const v1NullsLost: Fault = {
  id: 'R-v1-nulls-lost',
  title: 'nulls in the metadata of protocol 1.0 get lost',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    seams: [
      received((document) =>
        isV1(document)
          ? withMetadata(document, (metadata) =>
              withMembers(metadata, (all) => all.filter(([, value]) => value !== null)),
            )
          : document,
      ),
    ],
  },
  kills: [
    {
      cases: ['v1-metadata-nulls'],
      clause: 'A2A 1.0 SendMessage',
      reason: /^(agent code read|the id of the reply is|parts lost)/,
      outcome: 'delivered-altered',
    },
  ],
};

function isV1(document: Json): document is JsonObject {
  return fieldsOf(document).method === 'SendMessage';
}
