import type { Neutral } from '../../../../faults/fault.ts';
import { beforeAgents } from '../../../../faults/neutral/hops.ts';
import { headerOf, type Message, type Occasion } from '../../../../wire/hop-style.ts';
import { isEventStream } from '../../../../wire/reply/events.ts';

export const agentMediaTypeOtherwise: Neutral = {
  id: 'N-agent-media-type-otherwise',
  title: 'agents call what they answer to a platform by another media type, or by none',
  plant: beforeAgents({ reply: { change: otherwise } }),
  touches: ({ facets }) => facets.route === 'platform' && facets.expected !== 'rejected-by-platform',
};

/** A platform says `application/json` whatever the agent said (A.9); who asks an agent itself gets the type that it has. */
function otherwise(message: Message, { requestHeaders }: Occasion): Message {
  const type = headerOf(message.headers, 'content-type') ?? '';
  const isPlatform = headerOf(requestHeaders, 'x-request-id') === undefined;
  if (!isPlatform || isEventStream({ 'content-type': type })) return message;
  const others = message.headers.filter(([name]) => name.toLowerCase() !== 'content-type');
  return message.body.length % 2 === 0
    ? { ...message, headers: others }
    : { ...message, headers: [...others, ['Content-Type', 'application/vnd.example.a2a+json; v=1']] };
}
