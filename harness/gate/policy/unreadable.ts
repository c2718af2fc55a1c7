import { AssayError } from '../../support/errors.ts';

/** A policy, or a key that it names, cannot be used: nothing can be judged by it (exit 2). */
export function unreadablePolicy(
  file: string,
  what: string,
  more: { readonly details?: readonly string[]; readonly fix?: string; readonly cause?: unknown } = {},
): AssayError {
  return new AssayError({
    code: 'POLICY_UNREADABLE',
    message: `The policy ${file} ${what}.`,
    fix: 'See the table of keys in the README, or harness/gate/policy/policy.schema.json.',
    ...more,
  });
}
