import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const deleteRetryRootAlone: Fault = {
  id: 'P-delete-retry-root-alone',
  title: 'a retry sees the descendants no more that were removed before',
  rule: 'stopHeedsStatus',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.familyOf', (family) => async (...given) => {
        const [root, ...below] = await family(...given);
        return root ? [root, ...below.filter(({ status }) => status !== 'removed')] : [];
      }),
    ],
  },
  kills: [{ cases: ['F.4-retry'], reason: /^the retry stops it: 410 / }],
};
