import type { Neutral } from '../../fault.ts';
import { platformWrites } from '../documents.ts';
import { beforePlatform } from '../hops.ts';
import { everyText, otherTimestamp } from '../nodes.ts';

export const rowTimesOtherwise: Neutral = {
  id: 'N-row-times-otherwise',
  title: 'the platform writes the times of its rows with an offset and nine decimals',
  plant: beforePlatform({
    reply: platformWrites({ change: (document) => everyText(document, 'created_at', otherTimestamp) }),
  }),
};
