import type { Neutral } from '../../fault.ts';
import { withHeaders } from '../headers.ts';
import { beforePlatform } from '../hops.ts';

export const moreReplyHeaders: Neutral = {
  id: 'N-more-reply-headers',
  title: 'replies of the platform carry the headers of servers and proxies before it',
  plant: beforePlatform({
    reply: {
      change: withHeaders([
        ['Server', 'nginx'],
        ['Date', 'Sat, 28 Nov 2026 10:00:00 GMT'],
        ['Via', '1.1 edge-1, 1.1 edge-2'],
        ['Cache-Control', 'no-store'],
        ['Set-Cookie', 'edge=1; Path=/; HttpOnly'],
        ['Set-Cookie', 'stick=2; Path=/'],
        ['X-Frame-Options', 'DENY'],
        ['Content-Security-Policy', "default-src 'none'"],
        ['Strict-Transport-Security', 'max-age=63072000'],
        ['Vary', 'Origin, Accept-Encoding'],
        ['Retry-After', '0'],
      ]),
    },
  }),
};
