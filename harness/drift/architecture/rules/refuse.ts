import { UsageError } from '../../../support/errors.ts';

/** The error of a rule that cannot be loaded: which file, which rule, and what is wrong with it. */
export function refuseRule(path: string, details: readonly string[], cause?: unknown): UsageError {
  return new UsageError({
    code: 'DRIFT_RULE_INVALID',
    message: `The rules of ${path} cannot be used.`,
    details,
    fix: 'Correct the rules above; the kinds of rules and their keys are described in specs/drift.',
    ...(cause !== undefined && { cause }),
  });
}
