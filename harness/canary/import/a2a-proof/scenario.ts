import type { Conversation, TakenItem } from '../conversation.ts';
import { differs, leftOut, type Path, type Remark, refused, unknownKeys } from '../remark.ts';
import { listOf, type Mapping, mappingOf, textOf } from '../values.ts';
import type { Contract } from './contract.ts';
import { afterwards, type Before, turnOf } from './turn.ts';

const KEYS = ['name', 'message', 'data', 'files', 'turns', 'expect', 'trials', 'pass_rate', 'latency'];

/** A scenario, of one turn or of several. */
export function conversationOf(scenario: Mapping, path: Path, contract: Contract): Conversation {
  const name = textOf(scenario.name) ?? `scenario ${Number(path[1]) + 1}`;
  const turns = listOf(scenario.turns)?.map((turn, at) => ({ turn, at: [...path, 'turns', at] }));
  const { items, remarks } = itemsOf(turns ?? [{ turn: oneTurn(scenario), at: path }], contract);
  return {
    ...{ name, path, items },
    remarks: [...unknownKeys(scenario, path, KEYS), ...remarksOn(scenario, path), ...remarks],
  };
}

function oneTurn({ message, data, files, expect }: Mapping): Mapping {
  return Object.fromEntries(
    Object.entries({ message, data, files, expect }).filter(([, value]) => value !== undefined),
  );
}

/** An action says something of the turn before it, so a turn is read with what follows it. */
function itemsOf(
  turns: readonly { readonly turn: unknown; readonly at: Path }[],
  contract: Contract,
): { readonly items: readonly TakenItem[]; readonly remarks: readonly Remark[] } {
  const items: TakenItem[] = [];
  const remarks: Remark[] = [];
  let before: Before = {};
  for (const [nth, { turn: value, at }] of turns.entries()) {
    const turn = mappingOf(value);
    if (!turn) {
      remarks.push(refused(at, 'it is no mapping of keys'));
      continue;
    }
    const read = turnOf(turn, at, { before, next: actionOf(turns[nth + 1]?.turn), contract });
    if (read.folds) items.splice(-1, 1);
    items.push(...read.items);
    remarks.push(...read.remarks);
    before = afterwards(before, turn, read);
  }
  return { items, remarks };
}

function actionOf(turn: unknown): string | undefined {
  return textOf(mappingOf(turn)?.action);
}

/** Trials are a matter of the command line here, and a canary that passes only sometimes is failed. */
function remarksOn({ trials, pass_rate, latency }: Mapping, path: Path): readonly Remark[] {
  return [
    ...(trials === undefined || trials === 1
      ? []
      : [leftOut([...path, 'trials'], `it is held once, unless with \`assay canary --trials ${trials}\``)]),
    ...(pass_rate === undefined || pass_rate === 1
      ? []
      : [differs([...path, 'pass_rate'], 'a canary that passes only sometimes is failed')]),
    ...(latency === undefined
      ? []
      : [leftOut([...path, 'latency'], 'p50 and p95 are told, and judged by nobody')]),
  ];
}
