import type { Neutral } from '../../fault.ts';
import { beforePlatform } from '../hops.ts';

export const platformByName: Neutral = {
  id: 'N-platform-by-name',
  title: 'the platform is reached by a name, at a port far below the usual ones',
  plant: beforePlatform(
    { request: { name: (name) => name.toLowerCase() } },
    { host: 'localhost', fromPort: 2_048 },
  ),
};
