import type { ServerResponse } from 'node:http';
import { seam } from '../seam.ts';
import type { Agent, Agents } from './agents.ts';

/** What is left of an agent whose process has ended: what reached it, and how far its poll client has read. */
export const leftOf = seam('runtime.leftOf', leftOfImpl);

function leftOfImpl(agent: Agent): Agent {
  const { leaves: _left, ...setup } = agent.setup;
  return { ...agent, setup, clients: undefined, away: true };
}

/**
 * Takes an agent away as the end of its process does: its clients stop, its connections break, and all that it knew of
 * tasks and contexts is gone. It is back when it is set up again.
 */
export async function leave(agents: Agents, agent: Agent): Promise<void> {
  agent.clients?.abort();
  agents.replace(leftOf(agent));
  await agent.door?.shut();
}

/** Lets the first half of what is answered out, and then calls `left`; nobody hears the rest. */
export function answerHalf(response: ServerResponse, left: () => void): void {
  const write: (bytes: Buffer, done: () => void) => boolean = response.write.bind(response);
  let begun = false;
  const say = (chunk: unknown, encoding: unknown) => {
    if (begun || (typeof chunk !== 'string' && !(chunk instanceof Uint8Array))) return;
    begun = true;
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk, encodingOf(encoding)) : Buffer.from(chunk);
    write(bytes.subarray(0, Math.ceil(bytes.length / 2)), left);
  };
  response.write = (chunk: unknown, encoding?: unknown) => {
    say(chunk, encoding);
    return true;
  };
  response.end = (chunk?: unknown, encoding?: unknown) => {
    say(chunk, encoding);
    if (!begun) left();
    return response;
  };
}

function encodingOf(given: unknown): BufferEncoding {
  return typeof given === 'string' && Buffer.isEncoding(given) ? given : 'utf8';
}
