import { UsageError } from '../support/errors.ts';

/** What is wrong with an option of `assay canary`, and what to type instead. */
export function usage(code: string, message: string, fix: string): UsageError {
  return new UsageError({ code, message, fix });
}
