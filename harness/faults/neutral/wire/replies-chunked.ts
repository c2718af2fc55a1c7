import type { Neutral } from '../../fault.ts';
import { beforePlatform } from '../hops.ts';

export const repliesChunked: Neutral = {
  id: 'N-replies-chunked',
  title: 'the platform sends bodies in chunks and announces no length',
  plant: beforePlatform({ reply: { framing: 'chunked' } }),
};
