import { valueAt } from '../document/pointer.ts';
import type { Envelope } from './told.ts';

/**
 * What the agent wrote in these results, joined: an answer may come in pieces of any size. A task's `history` repeats
 * the sender's own words and proves nothing.
 */
export function agentWords(envelopes: readonly Envelope[]): string {
  return envelopes.flatMap(({ plain }) => textsIn(valueAt(plain, '/result'))).join('');
}

function textsIn(result: unknown): readonly string[] {
  const texts: string[] = [];
  const pending: (readonly [string, unknown])[] = [['result', result]];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [key, value] = next;
    if (key === 'text' && typeof value === 'string') texts.push(value);
    else if (key !== 'history' && typeof value === 'object' && value !== null)
      for (const member of Object.entries(value).reverse()) pending.push(member);
  }
  return texts;
}
