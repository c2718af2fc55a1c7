import type { Neutral } from '../../fault.ts';
import { beforePlatform } from '../hops.ts';

export const reasonPhraseAbsent: Neutral = {
  id: 'N-reason-phrase-absent',
  title: 'the platform says no words behind its status',
  plant: beforePlatform({ reply: { reason: '' } }),
};
