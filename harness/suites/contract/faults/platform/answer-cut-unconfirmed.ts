import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const answerCutUnconfirmed: Fault = {
  id: 'P-contract-answer-cut-unconfirmed',
  title: 'an answer that breaks off counts as never delivered',
  plant: onPlatform(
    at('platform.mapUnreadable', (map) => (status, rules) => map(Math.max(status, 500), rules)),
  ),
  kills: [{ cases: ['A.9-broken-off'], reason: /^the sender is told: 500/ }],
};
