import { isRespelled, sameNumber, sameValue } from './number.ts';
import { isNumber, type JsonNode } from './parse.ts';
import { readablePath } from './pointer.ts';

/** One place where a document is not what it must be; `undefined` means that nothing is there. */
export interface Difference {
  readonly path: string;
  readonly expected: JsonNode | undefined;
  readonly actual: JsonNode | undefined;
}

/** A path as a chain, so that deep documents cost no copies. */
interface Place {
  readonly parent?: Place | undefined;
  readonly step: string | number;
}

interface Pair {
  readonly place?: Place | undefined;
  readonly expected: JsonNode | undefined;
  readonly actual: JsonNode | undefined;
}

/** How documents are compared. */
export interface Comparing {
  /** At most so many places are found. */
  readonly limit?: number;
  /** Digit by digit where absent. */
  readonly numbers?: NumberRule;
}

/**
 * What of a number has to be the same: its digits; its value, where it may have become what a writer of doubles makes
 * of it (A.4); or its value alone, however it is written.
 */
export type NumberRule = 'digits' | 'digits or doubles' | 'value';

/**
 * Where two documents differ: members in any order, array items in theirs, strings by code unit, numbers by
 * their rule. Works without recursion, so any depth will do.
 */
export function differences(
  expected: JsonNode,
  actual: JsonNode | undefined,
  { limit = 8, numbers = 'digits' }: Comparing = {},
): readonly Difference[] {
  const found: Difference[] = [];
  const pending: Pair[] = [{ expected, actual }];
  for (let pair = pending.pop(); pair && found.length < limit; pair = pending.pop()) {
    const inner = innerPairs(pair);
    if (inner) pending.push(...inner.reverse());
    else if (!sameScalar(pair.expected, pair.actual, numbers)) {
      found.push({ path: readablePath(stepsTo(pair.place)), expected: pair.expected, actual: pair.actual });
    }
  }
  return found;
}

function innerPairs({ place, expected, actual }: Pair): Pair[] | undefined {
  if (expected instanceof Map && actual instanceof Map) {
    return [...new Set([...expected.keys(), ...actual.keys()])].map((key) => ({
      place: { parent: place, step: key },
      expected: expected.get(key),
      actual: actual.get(key),
    }));
  }
  if (Array.isArray(expected) && Array.isArray(actual)) {
    return Array.from({ length: Math.max(expected.length, actual.length) }, (_, index) => ({
      place: { parent: place, step: index },
      expected: expected[index],
      actual: actual[index],
    }));
  }
  return undefined;
}

const SAME_BY: Readonly<Record<NumberRule, (given: string, written: string) => boolean>> = {
  digits: sameNumber,
  'digits or doubles': (given, written) => sameNumber(given, written) || isRespelled(given, written),
  value: sameValue,
};

function sameScalar(
  expected: JsonNode | undefined,
  actual: JsonNode | undefined,
  numbers: NumberRule,
): boolean {
  if (isNumber(expected) && isNumber(actual)) {
    return SAME_BY[numbers](expected.digits, actual.digits);
  }
  return expected === actual;
}

function stepsTo(place: Place | undefined): readonly (string | number)[] {
  const steps: (string | number)[] = [];
  for (let at = place; at; at = at.parent) steps.push(at.step);
  return steps.reverse();
}
