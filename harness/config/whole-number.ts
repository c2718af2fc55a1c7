import { UsageError } from '../support/errors.ts';

/** Reads a whole number from `least` to `most`, both included. Throws `UsageError` naming the flag. */
export function wholeNumber(flag: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new UsageError({
    code: 'BAD_NUMBER',
    message: `${flag} ${text} is not a whole number from ${least} to ${most}.`,
    fix: `For example ${flag} ${least + 1}.`,
  });
}
