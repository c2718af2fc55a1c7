import type { Fault } from '../../../../faults/fault.ts';
import { fieldsOf, type Json, type JsonObject, received, withParts } from '../request.ts';

export const v1UrlsNormalised: Fault = {
  id: 'R-v1-urls-normalised',
  title: 'URLs of protocol 1.0 are brought into normal form',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    seams: [
      received((document) =>
        isV1(document) ? withParts(document, (parts) => parts.map(normalised)) : document,
      ),
    ],
  },
  kills: [
    {
      cases: ['v1-file-url-signed'],
      clause: 'A2A 1.0 SendMessage',
      reason: /^(agent code read|the id of the reply is|parts lost)/,
      outcome: 'delivered-altered',
    },
  ],
};

function isV1(document: Json): document is JsonObject {
  return fieldsOf(document).method === 'SendMessage';
}

function normalised(part: Json): Json {
  const { url } = fieldsOf(part);
  return typeof url === 'string' ? { ...fieldsOf(part), url: new URL(url).href } : part;
}
