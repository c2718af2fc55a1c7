import type { Fault } from '../../../../faults/fault.ts';
import { fieldsOf, isObject, type JsonObject, received } from '../request.ts';

/** The lists of an object by those names, sorted and without repetitions. */
function sorted(object: JsonObject, ...names: readonly string[]): JsonObject {
  const lists = names.map((name) => [name, object[name]] as const);
  return Object.fromEntries(
    lists.flatMap(([name, list]) =>
      Array.isArray(list) ? [[name, [...new Set(list)].sort()] as const] : [],
    ),
  );
}

export const listsSorted: Fault = {
  id: 'R-lists-sorted',
  title: 'lists beside the words reach agent code as sorted sets',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    seams: [
      received((document) => {
        const request = fieldsOf(document);
        const params = fieldsOf(request.params);
        const { configuration } = params;
        if (!isObject(params.message)) return document;
        const message = { ...params.message, ...sorted(params.message, 'referenceTaskIds', 'extensions') };
        const changed = isObject(configuration) && {
          configuration: { ...configuration, ...sorted(configuration, 'acceptedOutputModes') },
        };
        return { ...request, params: { ...params, message, ...changed } };
      }),
    ],
  },
  kills: [
    {
      cases: [
        'v025-accepted-output-modes@strict',
        'v025-accepted-output-modes@1.x',
        'v03-extensions-order',
        'v03-full@strict',
        'v03-full@1.x',
        'v03-output-modes',
        'v03-references-order',
      ],
      clause: 'A.7',
      reason:
        /^agent code saw params\.(message\.(referenceTaskIds|extensions)|configuration\.acceptedOutputModes)/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['v1-references-order', 'v1-request-metadata'],
      clause: 'A2A 1.0 SendMessage',
      reason:
        /^agent code saw params\.(message\.(referenceTaskIds|extensions)|configuration\.acceptedOutputModes)/,
      outcome: 'delivered-altered',
    },
  ],
};
