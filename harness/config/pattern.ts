import { UsageError } from '../support/errors.ts';

/** A regular expression as it was typed: `RegExp` itself would escape the slashes in it. */
export interface Pattern {
  readonly text: string;
  readonly test: (value: string) => boolean;
}

/** Reads a regular expression. Throws `UsageError` naming the flag. */
export function parsePattern(flag: string, text: string): Pattern {
  const expression = compiled(flag, text);
  return { text, test: (value) => expression.test(value) };
}

function compiled(flag: string, text: string): RegExp {
  try {
    return new RegExp(text);
  } catch (cause) {
    throw new UsageError({
      code: 'BAD_GREP',
      message: `${flag} ${JSON.stringify(text)} is no regular expression.`,
      fix: 'Escape special characters with a backslash, for example -g "content\\(list".',
      cause,
    });
  }
}
