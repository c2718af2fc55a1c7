import type { Exchange } from '../../../wire/exchange.ts';
import { agentWords } from '../../../wire/reply/agent-words.ts';
import { bringsMessage, intendedParts } from '../../../wire/reply/message-reading.ts';
import { toldBy, toldInWords } from '../../../wire/reply/told.ts';
import { clip } from '../../printable.ts';
import type { Turn } from '../page/page.ts';
import { member, parsed, text } from './loose.ts';

const MAX_TURNS = 60;
const MAX_CHARS = 2_000;

/** What was said to an agent and what it answered, turn by turn; nothing where no message was sent. */
export function turnsIn(ndjson: string): readonly Turn[] {
  return ndjson
    .split('\n')
    .filter((line) => /message/i.test(line))
    .slice(0, MAX_TURNS)
    .flatMap((line) => turnOf(parsed(line)) ?? []);
}

function turnOf(exchange: unknown): Turn | undefined {
  const request = parsed(text(member(member(member(exchange, 'request'), 'body'), 'content')) ?? '');
  const message = member(member(request, 'params'), 'message');
  if (message === undefined || !bringsMessage(request)) return undefined;
  const context = text(member(message, 'contextId'));
  const parts = intendedParts(request).map((part) => (part.kind === 'text' ? part.text : `[${part.kind}]`));
  return {
    said: clip(parts.join('\n'), MAX_CHARS),
    ...(context !== undefined && { context }),
    ...answerTo(exchange, request),
  };
}

/** Evidence may be of any shape: what cannot be read as a reply is no answer. */
function answerTo(exchange: unknown, request: unknown): Pick<Turn, 'answered' | 'instead'> {
  try {
    const told = toldBy(exchange as Exchange, request);
    if (told.kind === 'success') return { answered: clip(agentWords(told.envelopes), MAX_CHARS) };
    return { instead: clip(toldInWords(told), MAX_CHARS) };
  } catch {
    return { instead: 'a reply that was not recorded whole' };
  }
}
