import type { Fault } from '../../../../faults/fault.ts';
import { fieldsOf, type Json, type JsonObject, received, withTexts } from '../request.ts';

export const v1StringsComposed: Fault = {
  id: 'R-v1-strings-composed',
  title: 'texts of protocol 1.0 are composed (NFC)',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    seams: [
      received((document) =>
        isV1(document) ? withTexts(document, (text) => text.normalize('NFC')) : document,
      ),
    ],
  },
  kills: [
    {
      cases: ['v1-scripts', 'v1-unicode'],
      clause: 'A2A 1.0 SendMessage',
      reason: /^(agent code read|the id of the reply is|parts lost)/,
      outcome: 'delivered-altered',
    },
  ],
};

function isV1(document: Json): document is JsonObject {
  return fieldsOf(document).method === 'SendMessage';
}
