import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const messageIdUnfilled: Fault = {
  id: 'P-contract-message-id-unfilled',
  title: 'a message without an id goes on without one',
  plant: onPlatform(at('platform.fillMessageId', () => (message) => message)),
  kills: [{ cases: ['A.4-forwards@no-message-id'], reason: /property 'messageId'/ }],
};
