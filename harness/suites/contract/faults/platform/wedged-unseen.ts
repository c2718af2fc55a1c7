import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const wedgedUnseen: Fault = {
  id: 'P-contract-wedged-unseen',
  title: 'an agent that says it is stuck is taken to be well',
  plant: onPlatform(
    at(
      'platform.evaluateStatus',
      (evaluate) =>
        (status, health, ...more) =>
          status === 'online'
            ? evaluate(status, { ...health, runtimeState: '' }, ...more)
            : evaluate(status, health, ...more),
    ),
  ),
  kills: [{ cases: ['E.2-status@wedged'], reason: /./ }],
};
