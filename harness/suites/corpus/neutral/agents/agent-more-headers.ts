import type { Neutral } from '../../../../faults/fault.ts';
import { withHeaders } from '../../../../faults/neutral/headers.ts';
import { beforeAgents } from '../../../../faults/neutral/hops.ts';

export const agentMoreHeaders: Neutral = {
  id: 'N-agent-more-headers',
  title: 'agents get the headers of a mesh with each request, and answer with more of their own',
  plant: beforeAgents({
    request: {
      change: withHeaders([
        ['X-Request-Start', 't=1795860000'],
        ['traceparent', '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'],
        ['X-Forwarded-For', '192.0.2.7'],
        ['Accept', '*/*'],
      ]),
    },
    reply: {
      change: withHeaders([
        ['Server', 'uvicorn'],
        ['Date', 'Sat, 28 Nov 2026 10:00:00 GMT'],
        ['A2A-Extensions', 'https://example.invalid/ext/later'],
        ['Retry-After', '0'],
        ['Set-Cookie', 'agent=1; Path=/'],
      ]),
    },
  }),
};
