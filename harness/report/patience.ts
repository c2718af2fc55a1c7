import { CASE_LIMIT_MS } from '../support/case.ts';
import { casesInWords } from '../support/plural.ts';
import { HANG } from '../wire/failure.ts';
import { keyOf } from './causes.ts';
import type { CaseResult, GivenUp, NewEvent, RunEvent } from './event.ts';

/** Watches what cases come to, and says when it is of no use to go on. */
export interface Patience {
  /** Hears of every case that ended. */
  note(event: NewEvent): void;
  /** Why no further case is begun, if so. */
  givenUp(): GivenUp | undefined;
}

/** Whether a failure is one that is known, and does not gate. */
export type IsExpected = (failure: CaseResult) => boolean;

/** A hang costs a whole deadline, and a subject that never let any case begin will not let the rest. */
const MAX_AT_FIRST = 5;

/** Of a subject that has let cases begin: some message shapes have many cases, and a subject may refuse one shape. */
const MAX_LATER = 50;

/** What is said of all hangs, wherever they are. */
const NO_ANSWER = 'the subject never answered';

/** Cases one after the other that came to nothing in one way. */
interface Row {
  readonly how: string;
  /** Of the first, in words. */
  readonly first: string;
  readonly ids: readonly string[];
}

/**
 * For the cases of one suite: gives up when one after the other ends before it has begun, in the same way. What does not
 * gate, and what says nothing about the subject, is no reason to.
 */
export function createPatience(isExpected: IsExpected = () => false): Patience {
  let row: Row | undefined;
  let hasBegun = false;
  return {
    note: (event) => {
      const end = endOf(event, isExpected);
      if (end === undefined) return;
      if (end === 'answered') hasBegun = true;
      row = end === 'answered' ? undefined : joined(row, end);
    },
    givenUp: () => {
      if (!row || !isEnough(row, hasBegun)) return undefined;
      return { why: `${row.ids.length} cases in a row came to nothing in the same way: ${row.first}` };
    },
  };
}

/** Gives up after so many cases that did not pass; expected failures do not count. */
export function createBail(most: number, isExpected: IsExpected = () => false): Patience {
  let bad = 0;
  return {
    note: (event) => {
      if (event.event === 'case.crashed') bad += 1;
      if (event.event === 'case.finished' && isBad(event) && !isExpected(event)) bad += 1;
    },
    givenUp: () =>
      bad < most ? undefined : { why: `--bail ${most}: ${casesInWords(bad)} did not pass`, asked: true },
  };
}

/** The same patience by the events of a run, whoever has appended them: its cases end in several processes. */
export function byEvents(patience: Patience, appended: () => readonly RunEvent[]): Patience {
  return {
    note: () => undefined,
    givenUp: () => {
      for (const event of appended()) patience.note(event);
      return patience.givenUp();
    },
  };
}

/** Several as one. */
export function allOf(each: readonly Patience[]): Patience {
  return {
    note: (event) => {
      for (const one of each) one.note(event);
    },
    givenUp: () => each.map((one) => one.givenUp()).find((end) => end !== undefined),
  };
}

function isBad({ verdict, policy }: CaseResult): boolean {
  if (verdict === 'errored' || verdict === 'inconclusive') return true;
  return verdict === 'failed' && policy === undefined;
}

/** The cases of one entry stand side by side, so of a subject that answers others its hangs count as one. */
function isEnough({ how, ids }: Row, hasBegun: boolean): boolean {
  if (!hasBegun) return ids.length >= MAX_AT_FIRST;
  if (how !== NO_ANSWER) return ids.length >= MAX_LATER;
  return new Set(ids.map(entryOf)).size >= MAX_AT_FIRST;
}

/** `<suite>/<entry>` of `<suite>/<entry>@<who>`. */
function entryOf(id: string): string {
  return id.split('@')[0] ?? id;
}

function joined(before: Row | undefined, next: Row): Row {
  return before?.how === next.how ? { ...before, ids: [...before.ids, ...next.ids] } : next;
}

/** What an event tells: a case that came to nothing, one that put its question and had an answer, or neither. */
function endOf(event: NewEvent, isExpected: IsExpected): Row | 'answered' | undefined {
  if (event.event === 'case.crashed') {
    const { id, message, durationMs } = event;
    return durationMs < CASE_LIMIT_MS ? undefined : { how: NO_ANSWER, first: message, ids: [id] };
  }
  if (event.event !== 'case.finished') return undefined;
  const how = howStuck(event);
  if (how === undefined) return event.observations > 0 ? 'answered' : undefined;
  const isReason = isOfSubject(event) && !isExpected(event);
  return isReason ? { how, first: inWords(event), ids: [event.id] } : undefined;
}

/** In which way a case came to nothing; nothing of one that put its question to the subject and had an answer. */
function howStuck({ expectedOutcome: _, ...result }: CaseResult): string | undefined {
  const { observations, outcome } = result;
  if (outcome === 'hang' || (observations === 0 && inWords(result).includes(HANG))) return NO_ANSWER;
  return observations === 0 ? keyOf(result) : undefined;
}

/** A case for which something is missing says nothing of the subject, and a recorded behaviour has no right or wrong. */
function isOfSubject({ verdict, policy }: CaseResult): boolean {
  return verdict === 'errored' || (verdict === 'failed' && policy === undefined);
}

function inWords({
  outcome,
  findings,
  reason = '',
}: Pick<CaseResult, 'outcome' | 'findings' | 'reason'>): string {
  if (outcome === 'hang') return NO_ANSWER;
  const [line = ''] = (findings[0]?.actual ?? reason).split('\n');
  return line;
}
