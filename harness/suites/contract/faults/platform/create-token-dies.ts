import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const createTokenDies: Fault = {
  id: 'P-create-token-dies',
  title: 'a create gives a bearer that the start of the instance revokes',
  rule: 'createIssuesToken',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.issuesAtCreate', () => () => true)],
  },
  kills: [{ cases: ['F.5-create-token'], reason: /^its bearer opens its log: 401 / }],
};
