/** What can be done to a service of a world. */
export const ACTIONS = ['restart', 'kill', 'start', 'pause', 'continue', 'cut', 'heal'] as const;
export type Action = (typeof ACTIONS)[number];

/** Signals that are meant to end a service. */
export const KILL_SIGNALS = ['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGQUIT', 'SIGABRT'] as const;
export type KillSignal = (typeof KILL_SIGNALS)[number];

/**
 * How a link is cut. `reset`: open connections are reset, and every new one at once. `hang`: open connections stay,
 * new ones are taken, and not a byte passes either way; what was held back passes once the link is healed. `refuse`:
 * open connections are ended, and new ones refused. Processes are cut off by the first two, containers by the last.
 */
export const CUT_WAYS = ['reset', 'hang', 'refuse'] as const;
export type CutWay = (typeof CUT_WAYS)[number];

/** Whether a service runs; one that is paused is there and does nothing. */
export type RunState = 'running' | 'paused' | 'down';

/** Whether anything gets through to a service, or how it is cut off. */
export type LinkState = 'open' | CutWay;

/** One service as it is at this moment; `link` is absent for one that cannot be cut off. */
export interface ServiceStatus {
  readonly service: string;
  readonly state: RunState;
  readonly pid?: number;
  readonly link?: LinkState;
}

/** What is asked for: which action on which service, by whom, and within how many milliseconds. */
export type Order = {
  readonly service: string;
  readonly by: string;
  readonly deadlineMs: number;
} & Deed;

/** An action with what it needs to be told. */
export type Deed =
  | { readonly action: 'kill'; readonly signal: KillSignal }
  | { readonly action: 'cut'; readonly way?: CutWay }
  | { readonly action: 'restart'; readonly env?: Settings }
  | { readonly action: Exclude<Action, 'kill' | 'cut' | 'restart'> };

/** Environment variables that a process gets beside its own, or instead of them, until it is started again. */
export type Settings = Readonly<Record<string, string>>;

/** What became of one order, as it stands in the journal of its world. */
export type HandlingEntry = Deed & {
  readonly service: string;
  readonly by: string;
  /** When its turn came; ISO 8601. */
  readonly at: string;
  readonly tookMs: number;
  /** `refused`: nothing was done, because it made no sense. `failed`: it was tried. */
  readonly result: 'done' | 'refused' | 'failed';
  readonly pidBefore?: number;
  readonly pidAfter?: number;
  /** What the order left behind, when that could be found out. */
  readonly stateAfter?: RunState;
  /** Why it was refused or failed. */
  readonly code?: string;
  readonly message?: string;
};
