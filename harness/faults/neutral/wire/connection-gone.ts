import type { Neutral } from '../../fault.ts';
import { beforePlatform } from '../hops.ts';

export const connectionGone: Neutral = {
  id: 'N-connection-gone',
  title: 'the platform does not keep a connection that has nothing to do',
  plant: beforePlatform({ reply: { close: 'unannounced' } }),
};
