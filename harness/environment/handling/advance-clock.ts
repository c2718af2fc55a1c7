import { EnvironmentError, HarnessError } from '../../support/errors.ts';
import type { WorldDescription } from '../world.ts';

/** Puts the clock of a platform forward by so many milliseconds; answers the time that it shows then. */
export async function advanceClock(
  { id, platform }: WorldDescription,
  ms: number,
  deadlineMs: number,
): Promise<number> {
  if (platform?.clockToken === undefined) throw noClock(id);
  const { status, text } = await ask(platform.url, platform.clockToken, ms, deadlineMs).catch(
    (cause: Error) => {
      throw notAdvanced(ms, cause.message, cause);
    },
  );
  const shown = status === 200 ? shownIn(text) : undefined;
  if (typeof shown !== 'number') throw notAdvanced(ms, `${status} ${text.slice(0, 200)}`);
  return shown;
}

async function ask(url: string, clockToken: string, ms: number, deadlineMs: number) {
  const response = await fetch(`${url}/-/clock/advance`, {
    method: 'POST',
    headers: { authorization: `Bearer ${clockToken}` },
    body: JSON.stringify({ ms }),
    signal: AbortSignal.timeout(deadlineMs),
  });
  return { status: response.status, text: await response.text() };
}

function shownIn(text: string): unknown {
  try {
    return JSON.parse(text)?.now_ms;
  } catch {
    return undefined;
  }
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
