import type { Neutral } from '../../../../faults/fault.ts';
import { beforePlatform } from '../hops.ts';

/** Every reply a little, and some of them much longer: slower than any sender likes it, and within every deadline. */
const pauseMs = (nth: number) => (nth % 50 === 0 ? 1_500 : 20);

export const repliesSlow: Neutral = {
  id: 'N-replies-slow',
  title: 'the platform takes its time before a reply, and in the middle of it',
  plant: beforePlatform({ reply: { pauseMs } }),
};
