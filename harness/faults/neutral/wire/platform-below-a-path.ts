import type { Neutral } from '../../fault.ts';
import { beforePlatform } from '../hops.ts';

export const platformBelowAPath: Neutral = {
  id: 'N-platform-below-a-path',
  title: 'a gateway has the platform below a path of its own',
  plant: beforePlatform({}, { path: '/tenants/alpha' }),
};
