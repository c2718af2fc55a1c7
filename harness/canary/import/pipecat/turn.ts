import type { TakenItem } from '../conversation.ts';
import { differs, type Path, type Remark, refused, unknownKeys } from '../remark.ts';
import { takenTogether } from '../taken.ts';
import { listOf, mappingOf, textOf } from '../values.ts';
import { takenOf } from './event.ts';

const TURN_KEYS = ['user', 'expect', 'send_after', 'dtmf', 'audio', 'image'];

/** A turn, and what of it was not taken over; none where nothing is said that could be sent. */
export function turnOf(
  value: unknown,
  path: Path,
): { readonly item?: TakenItem; readonly remarks: readonly Remark[] } {
  const turn = mappingOf(value);
  if (!turn) return { remarks: [refused(path, 'it is no mapping of keys')] };
  const expected = listOf(turn.expect) ?? [];
  const { expect, remarks } = takenTogether(
    expected.map((each, at) => takenOf(each, [...path, 'expect', at])),
  );
  const user = wordsOf(turn.user);
  const all = [
    ...unknownKeys(turn, path, TURN_KEYS),
    ...(user === undefined ? [refused(path, whyMute(turn.dtmf))] : []),
    ...(listOf(turn.user) ? [differs([...path, 'user'], 'it is said at once, without its pauses')] : []),
    ...(turn.audio === undefined
      ? []
      : [differs([...path, 'audio'], 'its words are sent, not the recording')]),
    ...(turn.image === undefined
      ? []
      : [refused([...path, 'image'], 'only files of text can be sent along')]),
    ...sendAfter(turn.send_after, [...path, 'send_after']),
    ...remarks,
  ];
  return { ...(user !== undefined && { item: { path, document: { user, expect } } }), remarks: all };
}

function whyMute(dtmf: unknown): string {
  return dtmf === undefined
    ? 'the user says nothing, and an agent of A2A never speaks first'
    : 'keys are pressed, which no message of A2A says';
}

function wordsOf(user: unknown): string | undefined {
  const parts = listOf(user)?.flatMap((part) => textOf(part) ?? []);
  return parts ? textOf(parts.join(' ')) : textOf(user);
}

/** Whoever interrupts an agent does so on a line that is open; a turn is sent when the one before has its answer. */
function sendAfter(value: unknown, path: Path): readonly Remark[] {
  if (value === undefined) return [];
  return mappingOf(value)?.event === undefined
    ? [differs(path, 'the turn is sent as soon as the one before has its answer')]
    : [refused(path, 'nobody can be interrupted: a turn is sent when the one before has its answer')];
}
