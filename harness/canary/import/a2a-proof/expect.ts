import { exactly, ofPython } from '../patterns.ts';
import {
  inAnyCase,
  leftOut,
  lost,
  type Path,
  type Remark,
  refused,
  unknownKeys,
  withoutCounterpart,
} from '../remark.ts';
import { deadlineOf, type Taken, takenTogether, takes, takesNothing } from '../taken.ts';
import { type Mapping, mappingOf, textOf, textsOf } from '../values.ts';

const KEYS = [
  ...[
    'state',
    'text',
    'states',
    'data',
    'files',
    'ap2',
    'delegation',
    'max_seconds',
    'max_first_event_seconds',
  ],
];
const TEXT_KEYS = ['contains', 'not_contains', 'matches', 'equals', 'case_sensitive'];
const STATES = ['completed', 'input-required', 'auth-required', 'working', 'submitted'];

const WITHOUT_COUNTERPART = {
  states: 'the states on the way to the last one are not looked at',
  data: 'parts of data are not looked at',
  files: 'files that come back are not looked at',
  ap2: 'payments are not looked at',
  delegation: 'no agent stands by to which work could be delegated',
};

/** What is taken over of the block `expect` of a turn; one that only `begins` is held to its state alone. */
export function takenOf(value: unknown, path: Path, begins: boolean): Taken {
  if (value === undefined) return takesNothing();
  const expect = mappingOf(value);
  if (!expect) return takesNothing(refused(path, 'it is no mapping of keys'));
  const state = stateTaken(expect.state, [...path, 'state']);
  const remarks = [
    ...unknownKeys(expect, path, KEYS),
    ...withoutCounterpart(expect, path, WITHOUT_COUNTERPART),
    ...(expect.max_first_event_seconds === undefined
      ? []
      : [leftOut([...path, 'max_first_event_seconds'], 'only whole answers are timed')]),
  ];
  const isStateAlone = begins || state.expect.refusal !== undefined;
  const text = mappingOf(expect.text);
  if (isStateAlone && expect.text !== undefined)
    remarks.push(lost([...path, 'text'], 'such a turn is held to its state alone'));
  return takenTogether([
    state,
    takes({}, remarks),
    ...(text && !isStateAlone ? [textTaken(text, [...path, 'text'])] : []),
    ...(expect.text !== undefined && !text
      ? [takesNothing(lost([...path, 'text'], 'it is no mapping'))]
      : []),
    ...timed(expect.max_seconds, [...path, 'max_seconds']),
  ]);
}

function timed(seconds: unknown, path: Path): readonly Taken[] {
  if (seconds === undefined) return [];
  if (typeof seconds === 'number' && seconds > 0) return [takes({ deadline: deadlineOf(seconds * 1000) })];
  return [takesNothing(leftOut(path, 'it is no time'))];
}

/** Whether the task is expected to be under way still. */
export function isAtWork(expect: unknown): boolean {
  return ['working', 'submitted'].includes(stateOf(expect) ?? '');
}

/** Whether the task is expected to wait for its user, so that the next turn goes on with it. */
export function asksForInput(expect: unknown): boolean {
  return ['input-required', 'auth-required'].includes(stateOf(expect) ?? '');
}

function stateOf(expect: unknown): string | undefined {
  return normal(textOf(mappingOf(expect)?.state));
}

function normal(state: string | undefined): string | undefined {
  return state
    ?.toLowerCase()
    .replaceAll('_', '-')
    .replace(/^task-state-/, '');
}

function stateTaken(value: unknown, path: Path): Taken {
  const state = normal(textOf(value));
  if (state === undefined) return takesNothing();
  if (STATES.includes(state)) return takes({ state });
  if (state === 'rejected') return takes({ refusal: 'required' });
  return takesNothing(refused(path, `a turn whose task is ${state} has failed here, whatever was expected`));
}

function textTaken(text: Mapping, path: Path): Taken {
  const contains = textsOf(text.contains) ?? [];
  const banned = textsOf(text.not_contains) ?? [];
  const equals = typeof text.equals === 'string' ? [text.equals] : [];
  const patterns = textsOf(text.matches) ?? [];
  const matches = patterns.map(ofPython);
  const remarks: readonly Remark[] = [
    ...unknownKeys(text, path, TEXT_KEYS),
    ...(text.case_sensitive === false
      ? []
      : inAnyCase(path, [...contains, ...banned, ...equals, ...patterns])),
    ...['contains', 'not_contains', 'matches']
      .filter((key) => text[key] !== undefined && !textsOf(text[key]))
      .map((key) => lost([...path, key], 'it is neither a text nor a list of texts')),
    ...patterns
      .filter((_, at) => matches[at] === undefined)
      .map((each) => lost([...path, 'matches'], `${JSON.stringify(each)} has no counterpart in JavaScript`)),
  ];
  const kept = [...matches.flatMap((each) => each ?? []), ...equals.map((each) => exactly(each))];
  return takes({ contains, not_contains: banned, matches: kept }, remarks);
}
