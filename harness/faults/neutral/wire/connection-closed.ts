import type { Neutral } from '../../fault.ts';
import { beforePlatform } from '../hops.ts';

export const connectionClosed: Neutral = {
  id: 'N-connection-closed',
  title: 'the platform closes the connection after each reply, and says so',
  plant: beforePlatform({ reply: { close: 'announced' } }),
};
