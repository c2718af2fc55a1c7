import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const delegationPreviewWhole: Fault = {
  id: 'P-delegation-preview-whole',
  title: 'the preview of a task is all of it',
  plant: onPlatform(at('platform.delegationPreview', () => (text) => text)),
  kills: [{ cases: ['C.5-preview@within'], reason: /^what is told: / }],
};
