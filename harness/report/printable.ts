import { stripVTControlCharacters } from 'node:util';

/**
 * Text of foreign origin made safe for a terminal and for the log of a CI: colours are dropped, other control characters
 * and those that turn the direction of text are shown as `\x07` or `\u202e`, and no line begins a command to the CI.
 */
export function printable(text: string): string {
  return stripVTControlCharacters(text)
    .replace(ACTED_UPON, shown)
    .replace(COMMAND, (_line, indent: string) => String.raw`${indent}\x3a:`)
    .replace(OLD_COMMAND, String.raw`\x23#`);
}

/** A value as JSON that no terminal or CI acts upon, with the same meaning. */
export function printableJson(value: unknown): string {
  const json = JSON.stringify(value, null, 2);
  return json.replace(ACTED_UPON, escaped).replace(OLD_COMMAND, String.raw`\u0023#`);
}

/** Cuts text to `maxChars` and says how much is missing. */
export function clip(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  return `${text.slice(0, maxChars)}… (${text.length - maxChars} more characters)`;
}

function shown(char: string): string {
  const code = char.charCodeAt(0);
  return code > 0xff ? escaped(char) : `\\x${code.toString(16).padStart(2, '0')}`;
}

function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

// Everything that a terminal acts upon, but for tab and line feed: control characters, and the marks, embeddings,
// overrides and isolates by which text is shown in another order than it has; so are the other ends of lines.
const ACTED_UPON =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

// `::error …` at the beginning of a line, as GitHub and Gitea read it.
const COMMAND = /^([^\S\n]*)::/gm;

// `##[error]` and `##vso[…]` anywhere, as GitHub's older form, Azure and TeamCity read it.
const OLD_COMMAND = /##(?=\[|vso\[|teamcity\[)/g;
