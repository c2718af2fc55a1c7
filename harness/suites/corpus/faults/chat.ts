import { at, type SeamChange } from '../../../faults/plant.ts';
import { fieldsOf, type JsonObject } from './request.ts';

/** A page of the chat as its reader gets it. */
export interface ChatPage {
  readonly messages: readonly JsonObject[];
  readonly reached_end: boolean;
}

/** The platform shows another page of a chat than it has read. */
export function chatOf(change: (page: ChatPage) => ChatPage): SeamChange {
  return at('platform.chatHistory', (read) => async (...given) => {
    const outcome = await read(...given);
    if ('refused' in outcome) return outcome;
    const { messages, reached_end: end } = fieldsOf(outcome.body);
    if (!Array.isArray(messages)) return outcome;
    const body = change({ messages: messages.map(fieldsOf), reached_end: end === true });
    return { ...outcome, body: body as unknown as JsonObject };
  });
}
