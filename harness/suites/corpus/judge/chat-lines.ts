import type { Finding } from '../../../support/verdict.ts';
import { apart } from '../../../wire/apart.ts';

/** Where a chat shows another text than was said. */
export function textsApart(said: string, shown: string): readonly Finding[] {
  const words = apart(said, shown);
  if (!words) return [];
  const { expected, actual } = words;
  return [{ clause: 'D', expected: [`the chat shows ${expected}`], actual: `the chat shows ${actual}` }];
}
