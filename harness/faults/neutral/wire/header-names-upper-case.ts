import type { Neutral } from '../../fault.ts';
import { beforePlatform } from '../hops.ts';

const upperCase = (name: string) => name.toUpperCase();

export const headerNamesUpperCase: Neutral = {
  id: 'N-header-names-upper-case',
  title: 'the names of headers are all capitals, to the platform and back',
  plant: beforePlatform({ request: { name: upperCase }, reply: { name: upperCase } }),
};
