import type { Action, HandlingEntry, RunState } from '../handling/actions.ts';

/** What is meant to leave a service that does not run. */
const ENDING: readonly Action[] = ['kill', 'pause'];

/**
 * Whether a service goes on as before after an order about its life, so that nothing of what comes next is excused. An
 * order that failed may have done half of it.
 */
export function isBackAfter(
  action: Action,
  result: Exclude<HandlingEntry['result'], 'refused'>,
  stateAfter: RunState | undefined,
): boolean {
  return result === 'done' ? !ENDING.includes(action) : stateAfter === 'running';
}
