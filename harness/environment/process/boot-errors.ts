import type { Deadline } from '../../support/deadline.ts';
import { EnvironmentError } from '../../support/errors.ts';
import type { ExitReason, Service } from './service.ts';

/** The error for a service that ended before it was ready: how it ended, what it was told, and its last lines. */
export function diedAtBoot(service: Service, exit: ExitReason, told: readonly string[]): EnvironmentError {
  const how = exit.signal ? `signal ${exit.signal}` : `exit code ${exit.code}`;
  return new EnvironmentError({
    code: 'SERVICE_DIED',
    message: `${service.record.name} ended at boot with ${how}, before it was ready.`,
    details: [...told, ...itsLines(service)],
    fix: `Read what ${service.record.name} wrote, above.`,
  });
}

/** The error for a service that runs and does not become ready: the probe, its last answer, and the last lines. */
export function notReady(
  service: Service,
  asked: {
    readonly what: string;
    readonly last: string;
    readonly told: readonly string[];
    readonly fix?: string;
  },
  deadline: Deadline,
): EnvironmentError {
  return new EnvironmentError({
    code: 'SERVICE_NOT_READY',
    message: `${service.record.name} was not ready within ${deadline.totalMs} ms; ${asked.what} came to: ${asked.last}.`,
    details: [...asked.told, ...itsLines(service)],
    fix: asked.fix ?? `Read what ${service.record.name} wrote, above, or allow it more time.`,
  });
}

function itsLines(service: Service): readonly string[] {
  const lines = service.lastLines();
  return lines.length === 0 ? ['It wrote nothing.'] : [`Its last ${lines.length} lines:`, ...lines];
}
