import type { Deadline } from '../../support/deadline.ts';
import type { CutWay, KillSignal, LinkState, RunState, ServiceStatus, Settings } from './actions.ts';

/** How long an action may take; `signal` is aborted when its world is taken down meanwhile. */
export interface Budget {
  readonly deadline: Deadline;
  readonly signal: AbortSignal;
}

/** What the engine of a world lets us do to one service. What cannot be done has no method. */
export interface Grip {
  readonly service: string;
  state(): Promise<RunState>;
  /** Number of its process on this machine, when it has one. */
  pid(): Promise<number | undefined>;
  readonly signals?: Signals;
  readonly life?: Life;
  readonly link?: LinkGrip;
}

/** What signals can do to a service. Each answers when it is so, or rejects with an `EnvironmentError`. */
export interface Signals {
  kill(signal: KillSignal, budget: Budget): Promise<void>;
  pause(budget: Budget): Promise<void>;
  resume(budget: Budget): Promise<void>;
}

/** Only the owner of a service can bring it back. Both reject with an `EnvironmentError`. */
export interface Life {
  /** Asks it to end, and makes it end after a grace. */
  stop(budget: Budget): Promise<void>;
  /** Answers when it is ready again, where it was before. */
  start(budget: Budget, env?: Settings): Promise<void>;
  /** Whether it can be started with other settings than it was booted with. */
  readonly takesSettings?: true;
}

/** The way to a service. */
export interface LinkGrip {
  /** How it can be cut; the first unless told otherwise. */
  readonly ways: readonly [CutWay, ...CutWay[]];
  state(): Promise<LinkState>;
  cut(way: CutWay): Promise<void>;
  heal(): Promise<void>;
}

/** One service as it is now. */
export async function statusOf(grip: Grip): Promise<ServiceStatus> {
  const [state, pid, link] = await Promise.all([grip.state(), grip.pid(), grip.link?.state()]);
  return {
    service: grip.service,
    state,
    ...(pid !== undefined && { pid }),
    ...(link !== undefined && { link }),
  };
}
