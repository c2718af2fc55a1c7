import type { Fault } from '../../../../faults/fault.ts';
import { fieldsOf, forwarded, type Json } from '../request.ts';
import { isTree } from '../values.ts';

export const objectsLimited: Fault = {
  id: 'P-objects-limited',
  title: 'objects nested deeper than fifteen levels are replaced by a word',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [forwarded((request) => fieldsOf(limited(request, 0)))],
  },
  kills: [
    {
      cases: ['deep-data', 'deep-objects'],
      clause: 'A.4',
      reason: /^params\.message\.\S+ = "\[Object\]"$/,
      outcome: 'delivered-altered',
    },
  ],
};

function limited(value: Json, depth: number): Json {
  if (Array.isArray(value)) return value.map((item: Json) => (isTree(item) ? limited(item, depth) : item));
  if (!isTree(value)) return value;
  if (depth > 15) return '[Object]';
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, limited(inner ?? null, depth + 1)]),
  );
}
