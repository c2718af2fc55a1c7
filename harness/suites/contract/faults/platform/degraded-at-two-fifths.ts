import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const degradedAtTwoFifths: Fault = {
  id: 'P-contract-degraded-early',
  title: 'two errors in five degrade a workspace, and it recovers only below one in twenty',
  plant: onPlatform(
    at('platform.evaluateStatus', (evaluate) => (status, health, ...more) => {
      const { errorRate } = health;
      const shifted = status === 'online' ? errorRate + 0.1 : errorRate * 2;
      return evaluate(status, { ...health, errorRate: shifted }, ...more);
    }),
  ),
  kills: [{ cases: ['E.2-status@rate-below-half', 'E.2-status@recovers-below-tenth'], reason: /./ }],
};
