import { gzipSync } from 'node:zlib';
import type { Neutral } from '../../../../faults/fault.ts';
import { beforeAgents } from '../../../../faults/neutral/hops.ts';
import { headerOf, type Message, type Occasion } from '../../../../wire/hop-style.ts';

export const agentRepliesCompressed: Neutral = {
  id: 'N-agent-replies-compressed',
  title: 'agents compress what they say to whoever takes it compressed',
  plant: beforeAgents({ reply: { change: compressed } }),
  touches: ({ facets }) => facets.route === 'platform' && facets.expected !== 'rejected-by-platform',
};

function compressed(message: Message, { requestHeaders }: Occasion): Message {
  const takesIt = headerOf(requestHeaders, 'accept-encoding')?.includes('gzip') ?? false;
  if (!takesIt || message.body.length === 0) return message;
  return { headers: [...message.headers, ['Content-Encoding', 'gzip']], body: gzipSync(message.body) };
}
