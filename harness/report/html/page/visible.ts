/**
 * Text of foreign origin with everything shown that a reader would not see, or that would change the order of what he
 * sees: control characters but tab and line feed, the marks, embeddings, overrides and isolates of direction, and halves
 * of characters. In a string of JSON the shown form means the same.
 */
export function visible(text: string): string {
  return text.replace(UNSEEN, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\p{Surrogate}]/gu;
