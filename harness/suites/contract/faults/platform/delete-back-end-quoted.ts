import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const deleteBackEndQuoted: Fault = {
  id: 'P-delete-back-end-quoted',
  title: 'the text of a failed stop has what the control plane said in it',
  rule: 'stopHeedsStatus',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.controlPlaneFailure', () => (call, status, document) => {
        return new Error(`${call} answered ${status}: ${String(Reflect.get(Object(document), 'error'))}`);
      }),
      at('platform.stopFailureText', (text) => (reasons) => `${text(reasons)}: ${reasons.join('; ')}`),
    ],
  },
  kills: [{ cases: ['F.4-stop-fails'], reason: /^it is said: 500 .*; it tells / }],
};
