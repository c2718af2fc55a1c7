import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const cursorBadUnknown: Fault = {
  id: 'P-contract-cursor-bad-unknown',
  title: 'a cursor that cannot be looked up counts as unknown',
  plant: onPlatform(
    at(
      'platform.findCursor',
      (find) =>
        (...given) =>
          find(...given).catch(() => undefined),
    ),
  ),
  kills: [{ cases: ['C.1-asks@cursor-no-uuid'], reason: /^the platform answers: 410/ }],
};
