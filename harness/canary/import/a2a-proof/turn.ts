import type { TakenItem } from '../conversation.ts';
import { differs, lost, type Path, type Remark, refused, unknownKeys } from '../remark.ts';
import { type Taken, takenTogether } from '../taken.ts';
import { type Mapping, mappingOf, textOf } from '../values.ts';
import type { Contract } from './contract.ts';
import { asksForInput, isAtWork, takenOf } from './expect.ts';
import { filesOf } from './files.ts';

const KEYS = [
  ...['message', 'data', 'files', 'action', 'return_immediately', 'history_length', 'push_notification'],
  ...['timeout_seconds', 'expect'],
];

/** What has to be known of the turns before one. */
export interface Before {
  /** The last one that said something. */
  readonly spoke?: Mapping;
  readonly item?: TakenItem;
  readonly wasCancelled?: true;
}

interface Around {
  readonly before: Before;
  /** The action that follows. */
  readonly next: string | undefined;
  readonly contract: Contract;
}

/** What a turn comes to; one that `folds` takes the place of the one before. */
export interface Read {
  readonly items: readonly TakenItem[];
  readonly remarks: readonly Remark[];
  readonly folds?: true;
}

/** Reads a turn: something that is said, or something that is done with the task of what was said. */
export function turnOf(turn: Mapping, path: Path, around: Around): Read {
  const action = textOf(turn.action);
  const remarks = unknownKeys(turn, path, KEYS);
  const read = action === undefined ? spoken(turn, path, around) : acted(action, turn, path, around);
  return { ...read, remarks: [...remarks, ...read.remarks] };
}

/** What has to be known once a turn is over. */
export function afterwards(before: Before, turn: Mapping, { items }: Read): Before {
  const [item] = items;
  if (turn.action === 'cancel') return { ...before, wasCancelled: true };
  return turn.action === undefined ? { spoke: turn, ...(item && { item }) } : before;
}

function spoken(turn: Mapping, path: Path, { before, next, contract }: Around): Read {
  const user = textOf(turn.message);
  const files = filesOf(turn.files, [...path, 'files'], contract.file);
  const begins = turn.return_immediately === true && next === 'cancel';
  const taken = takenTogether([
    takenOf(turn.expect, [...path, 'expect'], begins),
    ...(begins ? [] : [contract.everywhere]),
  ]);
  const remarks = [
    ...files.remarks,
    ...(turn.data === undefined ? [] : [refused([...path, 'data'], 'only texts and files can be sent')]),
    ...(turn.push_notification === undefined
      ? []
      : [refused([...path, 'push_notification'], 'nobody listens for what is pushed')]),
    ...(user === undefined && turn.files === undefined ? [refused(path, 'nothing is said in it')] : []),
    ...(isAtWork(turn.expect) && !begins && next !== 'get_task'
      ? [refused([...path, 'expect', 'state'], 'each turn waits for the end of its task')]
      : []),
    ...taken.remarks,
  ];
  const document = {
    ...(user !== undefined && { user }),
    ...(files.files.length > 0 && { files: files.files }),
    ...(asksForInput(before.spoke?.expect) && { continues: 'main' }),
    ...(begins && { begin: true as const }),
    expect: taken.expect,
  };
  return { items: [{ path, document }], remarks };
}

function acted(action: string, turn: Mapping, path: Path, around: Around): Read {
  if (action === 'cancel') return cancelled(turn, path);
  if (action === 'get_task') return asked(turn, path, around);
  return {
    items: [],
    remarks: [refused([...path, 'action'], `nothing here does what \`${action}\` asks for`)],
  };
}

/** The step asks itself that the task is cancelled then. */
function cancelled({ expect }: Mapping, path: Path): Read {
  const { state = 'canceled', ...more } = mappingOf(expect) ?? {};
  const isDue = ['canceled', 'cancelled', 'task_state_canceled'].includes(String(state).toLowerCase());
  return {
    items: [{ path, document: { step: 'cancel' } }],
    remarks: [
      ...(isDue
        ? []
        : [refused([...path, 'expect', 'state'], 'a task that is cancelled has to be canceled')]),
      ...Object.keys(more).map((key) =>
        lost([...path, 'expect', key], 'a step is asked for the state alone'),
      ),
    ],
  };
}

/** Each turn asks for its task until that is over, so what is asked of the task is asked of the turn. */
function asked(turn: Mapping, path: Path, { before, contract }: Around): Read {
  if (before.wasCancelled)
    return {
      items: [],
      remarks: [lost(path, 'the task is not asked for again; the step asks that it is cancelled')],
    };
  const { item, spoke } = before;
  if (!item || !('expect' in item.document) || spoke?.return_immediately !== true || isAtWork(turn.expect))
    return { items: [], remarks: [refused(path, 'a task is not asked for once it is over')] };
  const taken = onceOver(turn, path, contract);
  return {
    folds: true,
    items: [{ path: item.path, document: { ...item.document, expect: taken.expect } }],
    remarks: [
      differs(item.path, 'the turn waits for the end of its task, and is held to what is asked of that'),
      ...taken.remarks,
    ],
  };
}

function onceOver({ expect }: Mapping, path: Path, { everywhere }: Contract): Taken {
  return takenTogether([takenOf(expect, [...path, 'expect'], false), everywhere]);
}
