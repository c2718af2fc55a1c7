import type { Fault } from '../../../../faults/fault.ts';
import { fieldsOf, type Json, type JsonObject, received } from '../request.ts';
import { withMembers, withMetadata } from '../values.ts';

export const v1KeysInCamelCase: Fault = {
  id: 'R-v1-keys-camel',
  title: 'keys in the metadata of protocol 1.0 are written in camel case',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    seams: [
      received((document) =>
        isV1(document)
          ? withMetadata(document, (metadata) =>
              withMembers(metadata, (all) =>
                all.map(([name, value]) => [
                  name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
                  value,
                ]),
              ),
            )
          : document,
      ),
    ],
  },
  kills: [
    {
      cases: ['v1-key-snake'],
      clause: 'A2A 1.0 SendMessage',
      reason: /^(agent code read|the id of the reply is|parts lost)/,
      outcome: 'delivered-altered',
    },
  ],
};

function isV1(document: Json): document is JsonObject {
  return fieldsOf(document).method === 'SendMessage';
}
