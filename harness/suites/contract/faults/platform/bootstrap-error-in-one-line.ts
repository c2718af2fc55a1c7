import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const bootstrapErrorInOneLine: Fault = {
  id: 'P-bootstrap-error-in-one-line',
  title: 'the error of a boot and the end of its log run into each other',
  plant: onPlatform(
    at('platform.moveStatus', (move) => (platform, id, { sampleError, ...wanted }) => {
      return move(platform, id, {
        ...wanted,
        ...(sampleError !== undefined && { sampleError: sampleError.replace('\n\n', ' ') }),
      });
    }),
  ),
  kills: [{ cases: ['F.5-bootstrap-failed'], reason: /^its row: .*no kernel panic/ }],
};
