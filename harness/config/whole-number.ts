import { UsageError } from '../support/errors.ts';
import { flagSpelling, type Spelling } from './setting.ts';

/** Reads a whole number from `least` to `most`, both included. Throws `UsageError` naming it as it was given: a flag, or else. */
export function wholeNumber(given: string | Spelling, text: string, least: number, most: number): number {
  const spelling = typeof given === 'string' ? flagSpelling(given) : given;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new UsageError({
    code: 'BAD_NUMBER',
    message: `${spelling(text)} is not a whole number from ${least} to ${most}.`,
    fix: `For example ${spelling(least + 1)}.`,
  });
}
