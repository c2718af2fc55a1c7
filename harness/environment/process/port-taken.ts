import { EnvironmentError } from '../../support/errors.ts';

const TAKEN = /EADDRINUSE|address already in use|could not bind|pre-existing shared memory block/i;

/**
 * Whether a service ended because what it needs for itself belongs to somebody else: its port, or the memory that the
 * processes of a killed PostgreSQL have not all left yet.
 */
export function isPortTaken(error: unknown): boolean {
  return (
    error instanceof EnvironmentError &&
    error.code === 'SERVICE_DIED' &&
    error.details.some((line) => TAKEN.test(line))
  );
}
