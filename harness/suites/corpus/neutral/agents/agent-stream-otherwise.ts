import type { Neutral } from '../../../../faults/fault.ts';
import { beforeAgents } from '../../../../faults/neutral/hops.ts';

export const agentStreamOtherwise: Neutral = {
  id: 'N-agent-stream-otherwise',
  title: 'streams of agents have comments, names, ids and pauses beside their data, and other ends of lines',
  plant: beforeAgents({ reply: { event: dressed } }),
  touches: ({ facets }) => facets.entry?.includes('stream') === true,
};

/** The same data, without the space that may stand before it. */
function dressed(event: string): string {
  const lines = event
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/^data: /, 'data:'));
  return [': still there', '', 'event: message', 'id: 7', 'retry: 3000', ...lines, '', ''].join('\r\n');
}
