import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const deleteNameAnyCase: Fault = {
  id: 'P-delete-name-any-case',
  title: 'the name that confirms a delete counts in any case',
  rule: 'deleteAsksForName',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.confirmsName', () => (given, name) => given.toLowerCase() === name.toLowerCase())],
  },
  kills: [{ cases: ['F.4-name@other-case'], reason: /^the name is asked for: 200 / }],
};
