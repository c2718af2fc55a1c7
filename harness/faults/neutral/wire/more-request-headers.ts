import type { Neutral } from '../../fault.ts';
import { withHeaders } from '../headers.ts';
import { beforePlatform } from '../hops.ts';

export const moreRequestHeaders: Neutral = {
  id: 'N-more-request-headers',
  title: 'a proxy adds its headers to what is sent to the platform, and turns the order of the others round',
  plant: beforePlatform({
    request: {
      change: withHeaders([
        ['X-Forwarded-For', '192.0.2.7, 198.51.100.9'],
        ['X-Forwarded-Proto', 'https'],
        ['X-Real-IP', '192.0.2.7'],
        ['Forwarded', 'for=192.0.2.7;proto=https'],
        ['Via', '1.1 edge-1'],
        ['traceparent', '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'],
        ['User-Agent', 'curl/8.5.0'],
        ['Accept', '*/*'],
      ]),
    },
  }),
};
