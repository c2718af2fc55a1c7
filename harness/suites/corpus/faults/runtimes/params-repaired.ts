import type { Fault } from '../../../../faults/fault.ts';
import { fieldsOf, type Json, type JsonObject, received, withMessage } from '../request.ts';

export const paramsRepaired: Fault = {
  id: 'R-params-repaired',
  title: 'runtimes repair unusable params',
  plant: { kind: 'service', service: 'echo-runtime', seams: [received(repaired)] },
  kills: [
    {
      cases: ['hg-content-list-type-r1', 'v01-type-text-r1'],
      clause: 'A.4',
      reason: /HTTP 200 and a result$/,
    },
    {
      cases: ['hg-content-string-direct'],
      clause: 'A2A v0.3.0 Message',
      reason: /HTTP 200 and a result$/,
      outcome: 'dropped',
    },
    {
      cases: ['hg-kindless-direct'],
      clause: 'A2A v0.3.0 Part',
      reason: /HTTP 200 and a result$/,
      outcome: 'dropped',
    },
    {
      cases: [
        'hg-parts-null-with-content',
        'parts-string-direct',
        'parts-with-null-direct',
        'rest-v03-protojson',
      ],
      clause: 'A.4',
      reason: /HTTP 200 and a result$/,
      outcome: 'dropped',
    },
    {
      cases: ['parts-null-direct', 'parts-object-direct'],
      clause: 'A.4',
      reason: /HTTP 200 and a result$/,
      outcome: 'delivered-altered',
    },
    { cases: ['v03-method-v1-body'], clause: 'A.7', reason: /HTTP 200 and a result$/, outcome: 'dropped' },
    {
      cases: ['v1-list-tasks-negative'],
      clause: 'A2A 1.0 ListTasks',
      reason: /HTTP 200 and a result$/,
      outcome: 'delivered',
    },
  ],
};

function repaired(document: Json): Json {
  const { method } = fieldsOf(document);
  if (method === 'ListTasks') return { ...fieldsOf(document), params: {} };
  return method === 'message/send' ? withMessage(document, repairedMessage) : document;
}

function repairedMessage(message: JsonObject): JsonObject {
  const { parts } = message;
  const isSound = Array.isArray(parts) && parts.every((part) => fieldsOf(part).kind !== undefined);
  return isSound ? message : { messageId: 'm', role: 'user', parts: [{ kind: 'text', text: '' }] };
}
