import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { bringsMessageId } from '../where.ts';

export const messageIdRegenerated: Fault = {
  id: 'P-message-id-regenerated',
  title: 'every message gets a new id',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.fillMessageId', () => (message, newId) => ({ ...message, messageId: newId() }))],
  },
  kills: [
    { cases: bringsMessageId, reason: /^params\.message\.messageId = "[0-9a-f-]{36}"$/ },
    {
      cases: ['hg-message-id-empty', 'hg-message-id-null', 'message-id-number'],
      clause: 'A.4',
      reason: /^the sender got HTTP 200 and a result$/,
      outcome: 'delivered-altered',
    },
  ],
};
