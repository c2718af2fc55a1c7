import { isDeepStrictEqual } from 'node:util';
import type { Finding } from '../../../support/verdict.ts';
import { nodesApart } from '../../../wire/document/apart.ts';
import { valueAt } from '../../../wire/document/pointer.ts';
import { shorten } from '../../../wire/document/print.ts';
import type { StepEvidence } from './step-evidence.ts';

/** Where the task that is answered does not show what users have said in it: each message once, in order. */
export function historyFindings(
  { entry, told, fillIn }: StepEvidence,
  wanted: readonly string[] | undefined,
): readonly Finding[] {
  if (!wanted || told.kind !== 'success') return [];
  const due = wanted.map(fillIn);
  const shown = saidByUsers(told.envelopes.at(-1)?.plain);
  if (isDeepStrictEqual(shown, due)) return [];
  const words = inWords(due, shown);
  return [
    {
      clause: entry.clause,
      expected: [`the history of the task has ${words.expected}`],
      actual: `the history of the task has ${words.actual}`,
    },
  ];
}

/** A result of 1.0 may hold its task in a member. */
function saidByUsers(answer: unknown): readonly string[] {
  const history = valueAt(answer, '/result/history') ?? valueAt(answer, '/result/task/history');
  if (!Array.isArray(history)) return [];
  return history.filter(isOfUser).map(textOf);
}

/** However many parts it stands in. */
function textOf(message: unknown): string {
  const parts = valueAt(message, '/parts');
  const texts = Array.isArray(parts) ? parts.map((part) => valueAt(part, '/text')) : [];
  return texts.filter((text) => typeof text === 'string').join('');
}

function isOfUser(message: unknown): boolean {
  const role = valueAt(message, '/role');
  return role === 'user' || role === 'ROLE_USER';
}

/** Two histories in a few words: all messages where their number tells them apart, else the first that is another. */
function inWords(due: readonly string[], shown: readonly string[]) {
  if (due.length !== shown.length) return { expected: allInWords(due), actual: allInWords(shown) };
  const at = due.findIndex((text, index) => text !== shown[index]);
  const { expected, actual } = nodesApart(due[at], shown[at]);
  const which = `as message ${at + 1} of users`;
  return { expected: `${which} ${expected}`, actual: `${which} ${actual}` };
}

function allInWords(texts: readonly string[]): string {
  if (texts.length === 0) return 'no message of a user';
  return `${texts.length} messages of users: ${texts.map((text) => JSON.stringify(shorten(text, 60))).join(', ')}`;
}
