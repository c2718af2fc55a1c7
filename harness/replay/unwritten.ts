import { EnvironmentError } from '../support/errors.ts';

/** Why results cannot be written, in words. */
export function unwritten(error: NodeJS.ErrnoException): EnvironmentError {
  if (error.code === 'EPIPE') {
    return new EnvironmentError({
      code: 'READER_GONE',
      message: 'Whoever read the results is gone, so the sending was stopped',
      fix: 'Write the results to a file, and look at its beginning.',
    });
  }
  return new EnvironmentError({
    code: 'RESULTS_UNWRITTEN',
    message: 'The results cannot be written, so the sending was stopped',
    fix: 'Make room, or send them elsewhere.',
    cause: error,
  });
}
