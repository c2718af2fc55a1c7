import { EnvironmentError, HarnessError } from '../../support/errors.ts';
import type { WorldDescription } from '../world.ts';

/** Puts the clock of a platform forward by so many milliseconds; answers the time that it shows then. */
export async function advanceClock(
  { id, platform }: WorldDescription,
  ms: number,
  deadlineMs: number,
): Promise<number> {
  if (platform?.clockToken === undefined) throw noClock(id);
  const response = await fetch(`${platform.url}/-/clock/advance`, {
    method: 'POST',
    headers: { authorization: `Bearer ${platform.clockToken}` },
    body: JSON.stringify({ ms }),
    signal: AbortSignal.timeout(deadlineMs),
  }).catch((cause: Error) => {
    throw notAdvanced(ms, cause.message, cause);
  });
  const text = await response.text();
  const shown: unknown = response.status === 200 ? JSON.parse(text).now_ms : undefined;
  if (typeof shown !== 'number') throw notAdvanced(ms, `${response.status} ${text.slice(0, 200)}`);
  return shown;
}

function noClock(worldId: string): HarnessError {
  return new HarnessError({
    code: 'NO_CLOCK',
    message: `The clock of world ${worldId} is the machine's, which nobody puts forward.`,
    fix: "Say `clock: 'driven'` in the suite, with `isolation: 'own'`, or where the world is booted.",
  });
}

function notAdvanced(ms: number, came: string, cause?: unknown): EnvironmentError {
  return new EnvironmentError({
    code: 'CLOCK_NOT_ADVANCED',
    message: `The platform did not put its clock forward by ${ms} ms: ${came}`,
    ...(cause !== undefined && { cause }),
  });
}
