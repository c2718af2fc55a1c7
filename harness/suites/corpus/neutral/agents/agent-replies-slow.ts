import type { Neutral } from '../../../../faults/fault.ts';
import { beforeAgents } from '../../../../faults/neutral/hops.ts';

/** Agents think: a little each time, and once in a while for as long as a model may. */
const pauseMs = (nth: number) => (nth % 40 === 0 ? 2_000 : 30);

export const agentRepliesSlow: Neutral = {
  id: 'N-agent-replies-slow',
  title: 'agents take their time before an answer, and in the middle of it',
  plant: beforeAgents({ reply: { pauseMs } }),
};
