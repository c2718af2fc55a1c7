import { type Deadline, poll } from '../../support/deadline.ts';
import { EnvironmentError } from '../../support/errors.ts';
import { lastLines } from './log-tail.ts';
import { diedAtBoot, type Service } from './service.ts';

/** One question to a service that comes up: it is ready with `value`, or what it answered instead. */
export type Readiness<T> =
  | { readonly ready: true; readonly value: T }
  | { readonly ready: false; readonly last: string };

/** How readiness is asked for; `what` names the probe in messages. */
export interface ReadyProbe<T> {
  readonly what: string;
  ask(): Promise<Readiness<T>> | Readiness<T>;
}

/**
 * Asks until the service is ready. Throws `EnvironmentError` when it ends, when the deadline is over (with the probe,
 * its last answer and the last lines), or `signal.reason` when the boot is given up.
 */
export async function waitReady<T>(
  service: Service,
  probe: ReadyProbe<T>,
  deadline: Deadline,
  signal: AbortSignal,
): Promise<T> {
  let last = 'no answer yet';
  const outcome = await poll(
    async () => {
      signal.throwIfAborted();
      const exit = service.exit();
      if (exit) throw diedAtBoot(service.record, exit);
      const answer = await probe.ask();
      if (answer.ready) return answer;
      last = answer.last;
      return undefined;
    },
    deadline,
    5,
  );
  if (outcome) return outcome.value;
  throw notReady(service, probe.what, last, deadline);
}

function notReady(service: Service, what: string, last: string, deadline: Deadline): EnvironmentError {
  const { name, logFile } = service.record;
  const lines = lastLines(logFile);
  return new EnvironmentError({
    code: 'SERVICE_NOT_READY',
    message: `${name} was not ready within ${deadline.totalMs} ms: ${what} said ${last}.`,
    details: [lines.length > 0 ? `Its last ${lines.length} lines:` : 'It wrote nothing.', ...lines],
    fix: `Read the lines above, or allow ${name} more time.`,
  });
}
