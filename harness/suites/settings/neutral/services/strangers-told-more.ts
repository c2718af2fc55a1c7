import type { Neutral } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../../../contract/faults/on-platform.ts';

export const strangersToldMore: Neutral = {
  id: 'N-settings-strangers-told-more',
  title: 'a platform of one organisation says more to who does not name it',
  plant: onPlatform(
    at('platform.checkTenant', (check) => (...given) => {
      const refusal = check(...given);
      const body = refusal && Object(refusal.refused.body);
      if (!refusal?.refused.body) return refusal;
      return { refused: { ...refusal.refused, body: { ...body, docs: 'https://example.invalid/tenants' } } };
    }),
  ),
};
