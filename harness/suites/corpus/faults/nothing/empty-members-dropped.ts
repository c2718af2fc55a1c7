import type { Fault } from '../../../../faults/fault.ts';
import { fieldsOf, forwarded, isObject, type Json, type JsonObject, withMessage } from '../request.ts';
import { isTree } from '../values.ts';

export const emptyMembersDropped: Fault = {
  id: 'P-empty-members-dropped',
  title: 'empty objects and lists of a message and its call are left out',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      forwarded((request) =>
        withMessage(
          isObject(request.params) ? { ...request, params: filled(request.params) } : request,
          (message) => filled(message),
        ),
      ),
    ],
  },
  kills: [
    {
      cases: ['metadata-empty', 'v03-configuration-empty', 'v03-lists-empty'],
      clause: 'A.7',
      reason: / is missing$/,
      outcome: 'delivered-altered',
    },
  ],
};

function filled(value: Json | undefined): JsonObject {
  const members = Object.entries(fieldsOf(value));
  return Object.fromEntries(members.filter(([, inner]) => !isEmpty(inner)));
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 : isTree(value) && Object.keys(value).length === 0;
}
