import type { Fault } from '../../../../faults/fault.ts';
import { forwarded } from '../request.ts';

const UPGRADES = new Map<unknown, string>([
  ['tasks/send', 'message/send'],
  ['tasks/sendSubscribe', 'message/send'],
  ['SendMessage', 'message/send'],
]);

export const oldMethodsUpgraded: Fault = {
  id: 'P-methods-upgraded',
  title: 'methods of other protocol versions are rewritten',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      forwarded((request) => {
        const method = UPGRADES.get(request.method);
        return method === undefined ? request : { ...request, method };
      }),
    ],
  },
  rule: 'renamesType',
  kills: [
    { cases: ['v01-no-envelope'], clause: 'A.4', reason: /HTTP 200 and a result$/, outcome: 'delivered' },
    {
      cases: ['v01-tasks-send-subscribe', 'v01-tasks-send'],
      clause: 'A.7',
      reason: /HTTP 200 and a result$/,
      outcome: 'delivered',
    },
    {
      cases: ['v1-platform@0.2', 'v1-platform@0.3'],
      clause: 'A.7',
      reason: /HTTP 200 and a result$/,
      outcome: 'dropped',
    },
    {
      cases: ['v1-platform@1.x', 'v1-platform@strict'],
      clause: 'A.7',
      reason: /and error -32602 "(message\.role must be|Invalid params: \/message\/parts\/0 .*'kind')/,
      outcome: 'rejected-loud',
    },
  ],
};
