import { isDeepStrictEqual } from 'node:util';
import type { Finding } from '../../../support/verdict.ts';
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
  return [
    {
      clause: entry.clause,
      expected: [`the history of the task has ${inWords(due)}`],
      actual: `the history of the task has ${inWords(shown)}`,
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

function inWords(texts: readonly string[]): string {
  if (texts.length === 0) return 'no message of a user';
  return `${texts.length} messages of users: ${texts.map((text) => JSON.stringify(shorten(text, 60))).join(', ')}`;
}
