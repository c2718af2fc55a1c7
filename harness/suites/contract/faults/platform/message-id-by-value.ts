import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const messageIdByValue: Fault = {
  id: 'P-contract-message-id-by-value',
  title: 'an id that says nothing is replaced',
  plant: onPlatform(
    at('platform.fillMessageId', (fill) => (message, newId) => {
      const { messageId, ...rest } = message;
      return messageId ? message : fill(rest, newId);
    }),
  ),
  kills: [{ cases: ['A.4-forwards@empty-message-id', 'A.4-forwards@null-message-id'], reason: /messageId/ }],
};
