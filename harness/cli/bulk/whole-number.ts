import { UsageError } from '../../support/errors.ts';

/** Reads a whole number of at least 1. Throws `UsageError`. */
export function wholeNumber(flag: string, text: string): number {
  if (/^[1-9]\d{0,9}$/.test(text)) return Number(text);
  throw new UsageError({
    code: 'BAD_NUMBER',
    message: `${flag} ${text} is not a whole number of at least 1.`,
    fix: `For example ${flag} 10.`,
  });
}
