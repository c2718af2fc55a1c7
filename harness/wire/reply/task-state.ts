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
  const phase = phaseOf(plain);
  return phase !== undefined && FAILURES.has(phase);
}

/** Whether the task of a result is still at work, so that its answer is still to come. */
export function isAtWork(plain: unknown): boolean {
  return phaseOf(plain) === 'is at work';
}

/** Whether the task of a result goes on by itself no more: it has ended, or waits for somebody. */
export function isAtRest(plain: unknown): boolean {
  const phase = phaseOf(plain);
  return phase !== undefined && phase !== 'is at work';
}

/** The name in 0.x of a state that is named as in 1.0: `TASK_STATE_INPUT_REQUIRED` is `input-required`. */
export function plainState(state: unknown): string {
  return String(state)
    .replace(/^TASK_STATE_/, '')
    .toLowerCase()
    .replaceAll('_', '-');
}

/** What a task in some state is at, in words to follow `a task that`. */
export function phaseInWords(state: string): string {
  return PHASES.get(state) ?? `is ${state}`;
}

function phaseOf(plain: unknown): Phase | undefined {
  return PHASES.get(stateOf(plain));
}

/** What a task that failed says of it. */
export function failureText(plain: unknown): string {
  const status = STATUS_PLACES.map((place) => valueAt(plain, place)).find((one) => one !== undefined);
  const text = valueAt(status, '/message/parts/0/text') ?? 'no reason given';
  return typeof text === 'string' ? text : JSON.stringify(text);
}

const STATUS_PLACES = ['/result/status', '/result/task/status', '/result/statusUpdate/status'];
const STATE_PLACES = STATUS_PLACES.map((place) => `${place}/state`);

/** What a task is at. */
type Phase = (typeof STATES)[keyof typeof STATES];

/** Every state of a task that says what it is at, by its name in 0.x. */
const STATES = {
  submitted: 'is at work',
  working: 'is at work',
  'input-required': 'waits',
  'auth-required': 'waits',
  completed: 'is done',
  failed: 'failed',
  rejected: 'was rejected',
  canceled: 'was canceled',
} as const;

const FAILURES: ReadonlySet<Phase> = new Set(['failed', 'was rejected', 'was canceled']);

const PHASES: ReadonlyMap<unknown, Phase> = new Map(
  Object.entries(STATES).flatMap(([state, phase]) => [
    [state, phase],
    [nameIn1(state), phase],
  ]),
);

/** `TASK_STATE_INPUT_REQUIRED` is `input-required`. */
function nameIn1(state: string): string {
  return `TASK_STATE_${state.toUpperCase().replace('-', '_')}`;
}
