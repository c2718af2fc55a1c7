import type { Fault } from '../../../../faults/fault.ts';
import { chatOf } from '../chat.ts';

/** A message of several texts, which are shown as lines. */
const SEVERAL = /^First\.\n/;

export const chatAnswerFirst: Fault = {
  id: 'P-chat-answer-first',
  title: 'the chat shows an answer before the message of several texts that it answers',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      chatOf(({ messages, ...page }) => {
        const isMeant = messages.length === 2 && SEVERAL.test(`${messages[0]?.content}`);
        return { ...page, messages: isMeant ? messages.toReversed() : messages };
      }),
    ],
  },
  kills: [
    {
      cases: ['v03-multi-text'],
      clause: 'D',
      reason: /^the chat shows, from top to bottom: answer, user$/,
      outcome: 'delivered',
    },
  ],
};
