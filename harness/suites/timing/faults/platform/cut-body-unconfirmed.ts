import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../../../contract/faults/on-platform.ts';

export const cutBodyUnconfirmed: Fault = {
  id: 'P-silent-body-unconfirmed',
  title: 'an answer that fell silent in its body counts as never delivered',
  plant: onPlatform(
    at('platform.mapUnreadable', (map) => (status, rules) => map(Math.max(status, 500), rules)),
  ),
  kills: [{ cases: ['A.8-in-the-body'], reason: /^it cannot be read: 500/ }],
};
