import { type Deadline, poll } from '../../support/deadline.ts';
import { diedAtBoot, notReady } from './boot-errors.ts';
import type { Service } from './service.ts';

/** One question to a service that comes up: it is ready with `value`, or what came instead. */
export type Readiness<T> =
  | { readonly ready: true; readonly value: T }
  | { readonly ready: false; readonly last: string };

/**
 * How readiness is asked for: `what` names the probe in messages, `told` is what the reader should know besides, `fix`
 * what to do when it was asked for in vain.
 */
export interface ReadyProbe<T> {
  readonly what: string;
  readonly told?: readonly string[];
  readonly fix?: string;
  ask(): Promise<Readiness<T>> | Readiness<T>;
}

const EVERY_MS = 5;

/**
 * Asks until the service is ready. Throws `EnvironmentError` when it ends or the deadline is over, and
 * `signal.reason` when the boot is given up.
 */
export async function waitReady<T>(
  service: Service,
  probe: ReadyProbe<T>,
  deadline: Deadline,
  signal: AbortSignal,
): Promise<T> {
  const told = probe.told ?? [];
  let last = 'no answer yet';
  const ask = async () => {
    signal.throwIfAborted();
    const exit = service.exit();
    if (exit) throw diedAtBoot(service, exit, told);
    const answer = await probe.ask();
    if (answer.ready) return answer;
    last = answer.last;
    return undefined;
  };
  const outcome = await poll(ask, deadline, EVERY_MS);
  if (outcome) return outcome.value;
  throw notReady(service, { ...probe, told, last }, deadline);
}
