import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const roleOverwritten: Fault = {
  id: 'P-role-overwritten',
  title: 'every message speaks as the user',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.defaultRole', () => (message) => ({ ...message, role: 'user' }))],
  },
  rule: 'defaultsRole',
  kills: [
    {
      cases: ['v03-agent-role'],
      clause: 'A.4',
      reason: /^params\.message\.role = "user"$/,
      outcome: 'delivered-altered',
    },
    { cases: ['hg-role-assistant'], clause: 'A.7', reason: /HTTP 200 and a result$/, outcome: 'delivered' },
    { cases: ['role-null'], clause: 'A.4', reason: /HTTP 200 and a result$/, outcome: 'delivered' },
    {
      cases: ['rest-v03-protojson@1.x'],
      clause: 'A.4',
      reason: /and error -32602 "Invalid v0\.3 part kind: undefined"/,
      outcome: 'rejected-loud',
    },
    {
      cases: ['v03-method-v1-body@1.x'],
      clause: 'A.7',
      reason: /and error -32602 "Invalid v0\.3 part kind: undefined"/,
      outcome: 'rejected-loud',
    },
  ],
};
