import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { fieldsOf, isObject, type Json, type JsonObject } from '../request.ts';

export const partsRepaired: Fault = {
  id: 'P-parts-repaired',
  title: 'unusable parts are repaired silently',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.typeToKind', (rename) => (message) => {
        const { parts, ...rest } = rename(message);
        return Array.isArray(parts) ? { ...rest, parts: parts.map(repaired) } : message;
      }),
    ],
  },
  rule: 'renamesType',
  kills: [
    {
      cases: [
        'data-array',
        'data-null',
        'kind-capital',
        'kind-number',
        'text-number',
        'v01-file-neither',
        'v03-file-neither',
      ],
      clause: 'A.4',
      reason: /HTTP 200 and a result$/,
      outcome: 'delivered-altered',
    },
    { cases: ['kind-null'], clause: 'A.4', reason: /HTTP 200 and a result$/, outcome: 'delivered' },
    {
      cases: ['v03-file-with-uri'],
      clause: 'A.7',
      reason: /HTTP 200 and a result$/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['rest-v03-protojson@strict'],
      clause: 'A.4',
      reason: /and error -32602 "Invalid params: \/message\/role/,
      outcome: 'rejected-loud',
    },
    {
      cases: ['v03-method-v1-body@strict'],
      clause: 'A.7',
      reason: /and error -32602 "Invalid params: \/message\/role/,
      outcome: 'rejected-loud',
    },
  ],
};

function repaired(part: Json): Json {
  const { text, data, file, ...rest } = fieldsOf(part);
  if (text !== undefined) return { ...rest, kind: 'text', text: String(text) };
  if (file !== undefined) return { ...rest, kind: 'file', file: repairedFile(fieldsOf(file)) };
  return data === undefined || isObject(data) ? part : { ...rest, kind: 'data', data: {} };
}

function repairedFile(file: JsonObject): JsonObject {
  const isUsable = file.uri !== undefined || file.bytes !== undefined;
  return isUsable ? file : { ...file, uri: 'https://example.com/repaired' };
}
