import { valueAt } from '../document/pointer.ts';

/** The state of the task that a result is or tells of. */
export function stateOf(plain: unknown): unknown {
  for (const place of STATE_PLACES) {
    const state = valueAt(plain, place);
    if (state !== undefined) return state;
  }
  return undefined;
}

/** Whether the task of a result has ended without doing what was asked. */
export function hasFailed(plain: unknown): boolean {
  return FAILED.has(stateOf(plain));
}

/** Whether the task of a result is still at work, so that its answer is still to come. */
export function isAtWork(plain: unknown): boolean {
  return AT_WORK.has(stateOf(plain));
}

/** What a task that failed says of it. */
export function failureText(plain: unknown): string {
  const status = STATUS_PLACES.map((place) => valueAt(plain, place)).find((one) => one !== undefined);
  const text = valueAt(status, '/message/parts/0/text') ?? 'no reason given';
  return typeof text === 'string' ? text : JSON.stringify(text);
}

const STATUS_PLACES = ['/result/status', '/result/task/status', '/result/statusUpdate/status'];
const STATE_PLACES = STATUS_PLACES.map((place) => `${place}/state`);

const FAILED: ReadonlySet<unknown> = new Set([
  'failed',
  'rejected',
  'canceled',
  'TASK_STATE_FAILED',
  'TASK_STATE_REJECTED',
  'TASK_STATE_CANCELED',
]);

const AT_WORK: ReadonlySet<unknown> = new Set([
  'submitted',
  'working',
  'TASK_STATE_SUBMITTED',
  'TASK_STATE_WORKING',
]);
