import { UsageError } from '../support/errors.ts';

/** Whatever is wrong with a file of canaries: which file, where in it, what, and how to mend it. */
export function wrong(file: string, where: string, what: string, fix: string): UsageError {
  const place = where === '' ? '' : `, ${where}`;
  return new UsageError({ code: 'CANARY_INVALID', message: `In the canary ${file}${place}: ${what}.`, fix });
}
