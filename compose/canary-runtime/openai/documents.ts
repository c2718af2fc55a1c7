import { fixedLine, think } from '../model.ts';

const FEWEST_WORDS = 3;

/**
 * Whether a text of the user is what stands in a file: some frameworks hand a file on as one more text, without its
 * name. It is one when it says nothing that the model understands, and is longer than an answer in a word or two.
 */
export function isDocument(text: string): boolean {
  if (text.trim().split(/\s+/).length < FEWEST_WORDS) return false;
  const thought = think([{ role: 'user', text, files: [] }], false);
  return thought.kind === 'say' && thought.text === fixedLine(false);
}
