import type { RunLog } from './collect.ts';
import type { Timings } from './report.ts';

/** Where the time of a run went, as its events tell it; what did not happen took none. */
export function timingsOf({ started, worlds, endedAt, casesFrom, casesTo }: RunLog): Timings {
  return {
    bootMs: worlds.reduce((sum, { bootMs }) => sum + bootMs, 0),
    casesMs: between(casesFrom, casesTo),
    wholeMs: between(started.at, endedAt),
  };
}

function between(from: string | undefined, to: string | undefined): number {
  return from === undefined || to === undefined ? 0 : Math.max(0, Date.parse(to) - Date.parse(from));
}
