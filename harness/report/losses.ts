import { suiteOf } from '../support/case.ts';
import type { RunEvent, ServiceLost } from './event.ts';
import type { Fault, LossReport } from './report.ts';

/** What was lost in a run, each with the cases that ran at that moment. */
export function lossesIn(events: readonly RunEvent[]): readonly LossReport[] {
  const running = new Set<string>();
  const losses: LossReport[] = [];
  for (const event of events) {
    if (event.event === 'case.started') running.add(event.id);
    else if (event.event === 'case.finished' || event.event === 'case.crashed') running.delete(event.id);
    else if (event.event === 'service.lost') losses.push(lossOf(event, running));
  }
  return losses;
}

function lossOf(
  { event: _event, at: _at, shard: _shard, ...loss }: ServiceLost,
  running: Iterable<string>,
): LossReport {
  return { ...loss, running: [...running].filter((id) => loss.suites.includes(suiteOf(id))) };
}

/** The events without what came of cases after a service was lost that they needed. */
export function beforeLosses(events: readonly RunEvent[]): readonly RunEvent[] {
  const lost = new Set<string>();
  return events.filter((event) => {
    if (event.event === 'service.lost') for (const suite of event.suites) lost.add(suite);
    const ends = event.event === 'case.finished' || event.event === 'case.crashed';
    return !(ends && lost.has(suiteOf(event.id)));
  });
}

/** Which service, and how it went: `postgres had ended by signal SIGKILL`. */
export function shortly(loss: LossReport): string {
  if (loss.state === 'unreachable') return `${loss.service} answered no more at ${loss.url}`;
  return `${loss.service} ${loss.state === 'ended' ? `had ended${how(loss)}` : 'stood still'}`;
}

/** The first thing to be said of a run: which service was lost, how, and while what ran. */
export function lossWords(loss: LossReport): string {
  const { service, isSubject, state, running } = loss;
  const when = running.length > 0 ? runningWords(running) : 'no case was running';
  if (state === 'unreachable')
    return `The subject ${service} at ${loss.url} answers no more (${loss.failure}): it was gone while ${when}.`;
  const who = isSubject ? `The subject's own process ${service}` : `${service}, which Assay provides,`;
  const what =
    state === 'ended' ? `ended in mid-run${how(loss)}` : 'stood still in mid-run, stopped by a signal';
  return `${who} ${what}, while ${when}.`;
}

/**
 * The death of the subject is its own failure; that of anything else is ours. It is nobody's failure that somebody has
 * stopped a process, nor that what runs elsewhere cannot be reached: nobody here knows why.
 */
export function lossFault(loss: LossReport): Fault {
  const verdict = !loss.isSubject ? 'errored' : loss.state === 'ended' ? 'failed' : 'inconclusive';
  return { verdict, reason: lossWords(loss) };
}

function how({ code, signal }: LossReport): string {
  if (signal !== undefined) return ` by signal ${signal}`;
  return code === undefined
    ? ' (how is not known: another command had started it)'
    : ` with exit code ${code}`;
}

function runningWords(running: readonly string[]): string {
  return `${running.join(', ')} ${running.length === 1 ? 'was' : 'were'} running`;
}
