import { wholeNumber } from '../config/whole-number.ts';
import { EnvironmentError } from '../support/errors.ts';

const MOST_SECONDS = 86_400;

/** The signal, which is aborted as well once the deadline of `--deadline` is over; then nobody could judge. */
export function withDeadline(signal: AbortSignal, seconds: string | undefined): AbortSignal {
  if (seconds === undefined) return signal;
  const limit = wholeNumber('--deadline', seconds, 1, MOST_SECONDS);
  const over = new AbortController();
  setTimeout(() => over.abort(tooLate(limit)), limit * 1000).unref();
  return AbortSignal.any([signal, over.signal]);
}

function tooLate(seconds: number): EnvironmentError {
  return new EnvironmentError({
    code: 'DEADLINE_OVER',
    message: `The run was not over within ${seconds} s (--deadline), and was given up.`,
    fix: 'Look for what hung, or allow more time.',
  });
}
