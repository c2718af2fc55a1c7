import type { Neutral } from '../../fault.ts';
import { platformWrites } from '../documents.ts';
import { beforePlatform } from '../hops.ts';
import { atTheTop, withUnknown } from '../nodes.ts';

export const platformMembersUnknown: Neutral = {
  id: 'N-platform-members-unknown',
  title: 'the platform tells more in its own replies than a sender knows',
  plant: beforePlatform({ reply: platformWrites({ change: atTheTop(withUnknown) }) }),
};
