import type { Neutral } from '../../fault.ts';
import { beforePlatform } from '../hops.ts';

export const repliesUntilClose: Neutral = {
  id: 'N-replies-until-close',
  title: 'the platform tells the end of a body by the end of the connection',
  plant: beforePlatform({ reply: { framing: 'until-close' } }),
};
