import type { Neutral } from '../../fault.ts';
import { beforePlatform } from '../hops.ts';

export const requestsChunked: Neutral = {
  id: 'N-requests-chunked',
  title: 'a proxy hands requests on in chunks, without a length',
  plant: beforePlatform({ request: { framing: 'chunked' } }),
};
