import { stripVTControlCharacters } from 'node:util';

/** Text of foreign origin made safe for a terminal: colours dropped, other control characters shown as `\x07`. */
export function printable(text: string): string {
  return stripVTControlCharacters(text).replace(CONTROL, (char) => {
    return `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`;
  });
}

/** Cuts text to `maxChars` and says how much is missing. */
export function clip(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  return `${text.slice(0, maxChars)}… (${text.length - maxChars} more characters)`;
}

// Everything that a terminal acts upon, but for tab and line feed.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
