import { HarnessError } from '../support/errors.ts';
import type {
  CaseCrashed,
  CaseFinished,
  RunEvent,
  RunFinished,
  RunInterrupted,
  RunMerged,
  RunPlanned,
  RunStarted,
  RunStopped,
  RunWarning,
  WorldReady,
} from './event.ts';
import { beforeLosses, lossesIn } from './losses.ts';
import type { LossReport } from './report.ts';

/** The events of one run, sorted by kind; where an event may come once, the last one counts. */
export interface RunLog {
  readonly started: RunStarted;
  readonly planned: RunPlanned | undefined;
  readonly merged: RunMerged | undefined;
  readonly world: WorldReady | undefined;
  /** All that were entered, the last of which is `world`. */
  readonly worlds: readonly WorldReady[];
  readonly begun: ReadonlySet<string>;
  readonly finished: readonly CaseFinished[];
  readonly crashed: readonly CaseCrashed[];
  readonly warnings: readonly RunWarning[];
  readonly losses: readonly LossReport[];
  readonly stops: readonly RunStopped[];
  readonly interrupted: RunInterrupted | undefined;
  readonly end: RunFinished | undefined;
  readonly endedAt: string;
  /** When the first case began and the last one ended. */
  readonly casesFrom: string | undefined;
  readonly casesTo: string | undefined;
  /** Digest of the log, as its last event says. */
  readonly seal: string | undefined;
}

/** Sorts the events of a run; a log without its first event names no subject and is a `HarnessError`. */
export function collectLog(events: readonly RunEvent[]): RunLog {
  const started = last(events, 'run.started');
  if (!started) throw withoutStart();
  const sound = beforeLosses(events);
  return {
    started,
    planned: last(events, 'run.planned'),
    merged: last(events, 'run.merged'),
    world: last(events, 'world.ready'),
    worlds: all(events, 'world.ready'),
    begun: new Set(all(events, 'case.started').map(({ id }) => id)),
    finished: all(sound, 'case.finished'),
    crashed: all(sound, 'case.crashed'),
    warnings: all(events, 'run.warning'),
    losses: lossesIn(events),
    stops: all(events, 'run.stopped'),
    interrupted: last(events, 'run.interrupted'),
    end: last(events, 'run.finished'),
    endedAt: events.findLast(({ event }) => event !== 'run.sealed')?.at ?? started.at,
    casesFrom: events.find(({ event }) => event === 'case.started')?.at,
    casesTo: events.findLast(({ event }) => event === 'case.finished' || event === 'case.crashed')?.at,
    seal: last(events, 'run.sealed')?.sha256,
  };
}

type Named<Name extends RunEvent['event']> = Extract<RunEvent, { event: Name }>;

function all<Name extends RunEvent['event']>(events: readonly RunEvent[], name: Name): Named<Name>[] {
  return events.filter((event): event is Named<Name> => event.event === name);
}

function last<Name extends RunEvent['event']>(
  events: readonly RunEvent[],
  name: Name,
): Named<Name> | undefined {
  return all(events, name).at(-1);
}

function withoutStart(): HarnessError {
  return new HarnessError({
    code: 'EVENTS_WITHOUT_START',
    message: 'The event log has no run.started, so it says nothing about any subject.',
    fix: 'The run died before its first event: run again.',
  });
}
