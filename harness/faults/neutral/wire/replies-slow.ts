import type { Neutral } from '../../fault.ts';
import { beforePlatform } from '../hops.ts';

/** Some replies a little, a few much longer: slower than any sender likes it, and within every deadline. */
function pauseMs(nth: number): number {
  if (nth % 150 === 0) return 1_000;
  return nth % 10 === 0 ? 60 : 0;
}

export const repliesSlow: Neutral = {
  id: 'N-replies-slow',
  title: 'the platform takes its time before a reply, and in the middle of it',
  plant: beforePlatform({ reply: { pauseMs } }),
};
