import { valueAt } from '../document/pointer.ts';
import type { Envelope } from './told.ts';

/**
 * What the agent wrote in these results, joined: an answer may come in pieces of any size. A task's `history` repeats
 * the sender's own words and proves nothing.
 */
export function agentWords(envelopes: readonly Envelope[]): string {
  const texts: string[] = [];
  for (const { plain } of envelopes) collect(valueAt(plain, '/result'), texts);
  return texts.join('');
}

/** In the order in which they stand there, to any depth: what is to come lies on top, the first last. */
function collect(result: unknown, texts: string[]): void {
  const pending: unknown[] = [result];
  while (pending.length > 0) {
    const value = pending.pop();
    if (value instanceof Text) texts.push(value.text);
    else if (typeof value === 'object' && value !== null) pushMembers(value, pending);
  }
}

function pushMembers(value: object, pending: unknown[]): void {
  const keys = Object.keys(value);
  for (let at = keys.length - 1; at >= 0; at -= 1) {
    const key = keys[at] ?? '';
    const member: unknown = (value as Record<string, unknown>)[key];
    if (key === 'text' && typeof member === 'string') pending.push(new Text(member));
    else if (key !== 'history' && typeof member === 'object') pending.push(member);
  }
}

/** A text that waits for its turn among objects. */
class Text {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}
