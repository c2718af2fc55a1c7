import { casesInWords } from '../support/plural.ts';
import { HANG } from '../wire/failure.ts';
import { keyOf } from './causes.ts';
import type { CaseResult, NewEvent } from './event.ts';

/** Watches what cases come to, and says when it is of no use to go on. */
export interface Patience {
  /** Hears of every case that ended. */
  note(event: NewEvent): void;
  /** Why no further case is begun, if so. */
  whyGivenUp(): string | undefined;
}

/** A hang costs a whole deadline, and a subject that never let any case begin will not let the rest. */
const MAX_AT_FIRST = 5;

/** Of a subject that has let cases begin: some message shapes have many cases, and a subject may refuse one shape. */
const MAX_LATER = 50;

/** What is said of all hangs, wherever they are. */
const NO_ANSWER = 'the subject never answered';

/** For the cases of one suite: gives up when one after the other ends before it has begun, in the same way. */
export function createPatience(): Patience {
  let inARow: { readonly how: string; readonly first: string; readonly count: number } | undefined;
  let hasBegun = false;
  return {
    note: (event) => {
      if (event.event !== 'case.finished') return;
      const stuck = howStuck(event);
      if (stuck === undefined) hasBegun = true;
      const count = stuck !== undefined && stuck === inARow?.how ? inARow.count + 1 : 1;
      inARow = stuck === undefined ? undefined : { how: stuck, first: inWords(event), count };
    },
    whyGivenUp: () => {
      if (!inARow || inARow.count < (hasBegun && inARow.how !== NO_ANSWER ? MAX_LATER : MAX_AT_FIRST))
        return undefined;
      return `${inARow.count} cases in a row came to nothing in the same way: ${inARow.first}`;
    },
  };
}

/** For a whole run: gives up after so many cases that did not pass; those that are `expected` to fail do not count. */
export function createBail(most: number, expected: ReadonlySet<string> = new Set()): Patience {
  let bad = 0;
  return {
    note: (event) => {
      if (event.event === 'case.crashed') bad += 1;
      if (event.event === 'case.finished' && isBad(event) && !expected.has(event.id)) bad += 1;
    },
    whyGivenUp: () => (bad < most ? undefined : `--bail ${most}: ${casesInWords(bad)} did not pass`),
  };
}

/** Several as one. */
export function allOf(each: readonly Patience[]): Patience {
  return {
    note: (event) => {
      for (const one of each) one.note(event);
    },
    whyGivenUp: () => each.map((one) => one.whyGivenUp()).find((why) => why !== undefined),
  };
}

function isBad({ verdict, policy }: CaseResult): boolean {
  if (verdict === 'errored' || verdict === 'inconclusive') return true;
  return verdict === 'failed' && policy === undefined;
}

/** In which way a case came to nothing; nothing of one that put its question to the subject and had an answer. */
function howStuck({ expectedOutcome: _, ...result }: CaseResult): string | undefined {
  const { verdict, observations, outcome } = result;
  if (verdict === 'passed' || verdict === 'not-applicable') return undefined;
  if (outcome === 'hang' || (observations === 0 && inWords(result).includes(HANG))) return NO_ANSWER;
  return observations === 0 ? keyOf(result) : undefined;
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
