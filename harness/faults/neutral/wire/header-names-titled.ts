import type { Neutral } from '../../fault.ts';
import { titleCase } from '../headers.ts';
import { beforePlatform } from '../hops.ts';

export const headerNamesTitled: Neutral = {
  id: 'N-header-names-titled',
  title: 'the names of headers begin with capitals, to the platform and back',
  plant: beforePlatform({ request: { name: titleCase }, reply: { name: titleCase } }),
};
