import type { Neutral } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

/** Whether a workspace comes for the first, third, fifth … time, with a memory of so many. */
function oddTimes(size = 10_000): (id: string) => boolean {
  const odd = new Set<string>();
  return (id) => {
    if (odd.delete(id)) return false;
    odd.add(id);
    const [oldest] = odd;
    if (odd.size > size && oldest !== undefined) odd.delete(oldest);
    return true;
  };
}

/** Whether a workspace comes for the first time, with a memory of so many. */
function firstTimes(size = 10_000): (id: string) => boolean {
  const seen = new Set<string>();
  return (id) => {
    if (seen.has(id)) return false;
    seen.add(id);
    const [oldest] = seen;
    if (seen.size > size && oldest !== undefined) seen.delete(oldest);
    return true;
  };
}

/** As a limiter says it, once in seconds and once as a date. */
function limited(headers: Readonly<Record<string, string>>) {
  return { status: 429, body: { error: 'rate limit exceeded' }, headers };
}

export const agentsLimited: Neutral = {
  id: 'N-agents-limited',
  title:
    'a limiter lets each workspace wait a little whenever it registers or beats, and when its activity is read first',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.register', (register) => {
        const isOdd = oddTimes();
        return async (platform, body, bearer) => {
          if (!isOdd(String(body?.id))) return register(platform, body, bearer);
          return limited({ 'retry-after': '0' });
        };
      }),
      at('platform.heartbeat', (heartbeat) => {
        const isOdd = oddTimes();
        return async (platform, body, bearer) => {
          if (!isOdd(String(body?.workspace_id))) return heartbeat(platform, body, bearer);
          return limited({ 'retry-after': '0' });
        };
      }),
      at('platform.listActivity', (list) => {
        const isFirst = firstTimes();
        return async (platform, workspaceId, parameters) => {
          if (!isFirst(workspaceId)) return list(platform, workspaceId, parameters);
          return limited({ 'retry-after': new Date().toUTCString() });
        };
      }),
    ],
  },
};
