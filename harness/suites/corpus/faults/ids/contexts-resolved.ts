import type { Fault } from '../../../../faults/fault.ts';
import { forwarded, type JsonObject, withMessage } from '../request.ts';

export const contextsResolved: Fault = {
  id: 'P-context-resolved',
  title: 'context ids are read as addresses and decoded',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [forwarded((request) => withMessage(request, resolved))],
  },
  kills: [
    {
      cases: ['context-id-path', 'context-id-urn'],
      clause: 'A.7',
      reason: /^params\.message\.contextId = "/,
      outcome: 'delivered-altered',
    },
  ],
};

function resolved({ contextId, ...rest }: JsonObject): JsonObject {
  if (typeof contextId !== 'string') return contextId === undefined ? rest : { ...rest, contextId };
  return {
    ...rest,
    contextId: decodeURIComponent(contextId)
      .replace(/^urn:uuid:/, '')
      .replace('/../', '/'),
  };
}
