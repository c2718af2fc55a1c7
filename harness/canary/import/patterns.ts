import { escapePattern } from '../../support/escape-pattern.ts';

/** Matches a reply that has any word. */
export const ANY_WORDS = String.raw`\S`;

/** Matches a reply that is one of these texts and nothing else. */
export function exactly(...texts: readonly string[]): string {
  return `^${anyOf(texts.map(escapePattern))}$`;
}

/** Matches a reply in which one of these patterns is. */
export function anyOf(patterns: readonly string[]): string {
  const [first = ''] = patterns;
  return patterns.length === 1 && !first.includes('|') ? first : `(?:${patterns.join('|')})`;
}

/** Matches a reply in which the pattern is not. */
export function nowhere(pattern: string): string {
  return String.raw`^(?![\s\S]*(?:${pattern}))`;
}

/** Matches a text with any spaces and ends of lines between its words. */
export function anySpacing(text: string): string {
  return text.trim().split(/\s+/).map(escapePattern).join(String.raw`\s+`);
}

/** Whether a pattern compiles here. */
export function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'i') !== undefined;
  } catch {
    return false;
  }
}

/** A regular expression of Python as one of JavaScript that means the same in any case; nothing when there is none. */
export function ofPython(pattern: string): string | undefined {
  const bare = pattern.replace(/^\(\?[iau]+\)/, '');
  const translated = bare.replace(/\\[\s\S]|\(\?P<|\(\?P=(\w+)\)/g, (token, name?: string) => {
    if (name !== undefined) return String.raw`\k<${name}>`;
    return PYTHON[token] ?? token;
  });
  const isForeign =
    /(?<!\\)(?:\\\\)*\\(?![bBdDsSwWnrtfvxuk0-9])[A-Za-z]/.test(translated) ||
    /\(\?(?![:=!]|<[=!]|<\w+>)/.test(translated);
  return !isForeign && compiles(translated) ? translated : undefined;
}

const PYTHON: Readonly<Record<string, string>> = {
  '(?P<': '(?<',
  '\\A': '^',
  '\\Z': '$',
};
