import type { Neutral } from '../../../../faults/fault.ts';
import { beforeAgents } from '../../../../faults/neutral/hops.ts';
import type { Message } from '../../../../wire/hop-style.ts';

export const agentAnswersEndInSpace: Neutral = {
  id: 'N-agent-answers-end-in-space',
  title: 'agents put white space before and behind what they answer, which comes back with it',
  plant: beforeAgents({ reply: { change: padded } }),
};

function padded(message: Message): Message {
  const isDocument = message.body[0] === '{'.charCodeAt(0);
  return isDocument ? { ...message, body: Buffer.from(` \t${message.body}\r\n\n`) } : message;
}
