import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const createRunsAnything: Fault = {
  id: 'P-create-runs-anything',
  title: 'a create takes runtimes, models and keys that the platform cannot run',
  rule: 'refusesUnknownModel',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.refuseUnsupported', () => () => undefined)],
  },
  kills: [
    {
      cases: [
        'F.2-later@vendor-key',
        'F.2-later@model-none',
        'F.2-later@model-of-another',
        'F.2-later@runtime-unknown',
        'F.2-later@runtime-managed-outside',
        'F.2-later@template-unknown',
      ],
      reason: /^it is refused: 201 /,
    },
    { cases: ['F.2-later@model-before-mode'], reason: /^it is refused: 400 / },
  ],
};
