import type { ServerResponse } from 'node:http';

/** No platform asks for so long a wait by itself. */
const RETRY_AFTER_SECONDS = 86_399;

/** Headers that every reply of an agent has, legal and harmless, by which one sees where they came from if they come further. */
export function ownHeaders(agent: string): Readonly<Record<string, string>> {
  return {
    'X-Echo-Agent': agent,
    'Set-Cookie': `echo-agent=${agent}; Path=/agents/${agent}`,
    'Retry-After': `${RETRY_AFTER_SECONDS}`,
  };
}

/** Puts the agent's own headers on a response of which nothing was said yet. */
export function markAsOwn(agent: string, response: ServerResponse): void {
  for (const [name, value] of Object.entries(ownHeaders(agent))) response.setHeader(name, value);
}
