import type { Neutral } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

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
  title: 'a limiter lets each workspace wait a little when it registers, and when its activity is read first',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.register', (register) => {
        const isFirst = firstTimes();
        return async (platform, body, bearer) => {
          if (!isFirst(String(body?.id))) return register(platform, body, bearer);
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
