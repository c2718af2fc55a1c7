import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const errorsKeepStarting: Fault = {
  id: 'P-contract-errors-keep-starting',
  title: 'an instance that starts with errors does not go online',
  plant: onPlatform(
    at(
      'platform.evaluateStatus',
      (evaluate) =>
        (status, health, ...more) =>
          status === 'provisioning' && health.errorRate >= 0.5
            ? undefined
            : evaluate(status, health, ...more),
    ),
  ),
  kills: [{ cases: ['E.2-provisioned'], reason: /^what its event says: / }],
};
