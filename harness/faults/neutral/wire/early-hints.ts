import type { Neutral } from '../../fault.ts';
import { beforePlatform } from '../hops.ts';

export const earlyHints: Neutral = {
  id: 'N-early-hints',
  title: 'a reply of the platform is preceded by an interim one',
  plant: beforePlatform({ reply: { earlyHints: true } }),
};
