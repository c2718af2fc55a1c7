import { UsageError } from '../../../support/errors.ts';

/** Where kinds of rules and their keys are described. */
export const RULES_PAGE = 'specs/drift/packs/README.md';

/** The error of a rule that cannot be loaded: which file, which rule, and what is wrong with it. */
export function refuseRule(path: string, details: readonly string[], cause?: unknown): UsageError {
  return new UsageError({
    code: 'DRIFT_RULE_INVALID',
    message: `The rules of ${path} cannot be used.`,
    details,
    fix: `Correct the rules above; ${RULES_PAGE} describes the kinds of rules and their keys.`,
    ...(cause !== undefined && { cause }),
  });
}
