import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { violationInWords, violationsIn } from './exclusion.ts';
import type { Operation, Outcome } from './operation.ts';

const TERMS = { toleranceMs: 50, longestMs: 3_600_000 };
const op = (
  client: string,
  kind: Operation['kind'],
  [startMs, endMs]: readonly [number, number],
  outcome: Outcome,
): Operation => ({ client, kind, startMs, endMs, outcome });
const until = (untilMs: number): Outcome => ({ is: 'granted', untilMs });
const whysIn = (...history: Operation[]) => violationsIn(history, TERMS).map(({ why }) => why);

describe('a history is contradicted', () => {
  test('by two that have the lease at the same time', () => {
    const one = op('a', 'acquire', [0, 10], until(1000));
    const other = op('b', 'acquire', [20, 30], until(1020));
    expect(whysIn(one, other)).toEqual(['a and b have the lease at the same time']);
  });

  test('by a refusal when nobody can have it', () => {
    const over = op('a', 'acquire', [0, 10], until(1000));
    expect(whysIn(over, op('b', 'acquire', [1100, 1110], { is: 'refused' }))).toEqual([
      'b is refused although nobody can have the lease',
    ]);
    const back = op('a', 'release', [20, 30], { is: 'released' });
    expect(whysIn(over, back, op('b', 'acquire', [40, 50], { is: 'refused' }))).toHaveLength(1);
  });

  test('by what is told of a lease that somebody has', () => {
    const held = op('a', 'acquire', [0, 10], until(1000));
    expect(whysIn(held, op('c', 'observe', [20, 30], { is: 'free' }))).toEqual([
      'the lease of a is told to be free',
    ]);
    expect(whysIn(held, op('c', 'observe', [20, 30], { is: 'held', by: 'b' }))).toHaveLength(1);
  });

  test('by an end that moves back', () => {
    const first = op('a', 'acquire', [0, 10], until(1000));
    expect(whysIn(first, op('a', 'acquire', [20, 30], until(500)))).toEqual([
      'a extends its lease, which then ends earlier',
    ]);
  });
});

describe('a history is not contradicted', () => {
  const held = op('a', 'acquire', [0, 10], until(1000));
  test.each<readonly [string, readonly Operation[]]>([
    ['a grant after the end', [held, op('b', 'acquire', [1000, 1010], until(2000))]],
    ['a grant at the end, within the tolerance', [held, op('b', 'acquire', [960, 970], until(2000))]],
    [
      'a grant while the other gives back',
      [held, op('a', 'release', [20, 40], { is: 'released' }), op('b', 'acquire', [25, 30], until(900))],
    ],
    [
      'a grant after force',
      [
        held,
        op('c', 'force-release', [20, 30], { is: 'released' }),
        op('b', 'acquire', [31, 40], until(900)),
      ],
    ],
    ['a refusal while one may have it', [held, op('b', 'acquire', [5, 6], { is: 'refused' })]],
    [
      'a refusal after a request without an answer',
      [
        op('a', 'acquire', [0, 10], { is: 'unknown', why: 'reset' }),
        op('b', 'acquire', [20, 30], { is: 'refused' }),
      ],
    ],
    ['an observation that overlaps the grant', [held, op('c', 'observe', [5, 30], { is: 'free' })]],
    [
      'an extension',
      [held, op('a', 'acquire', [20, 30], until(1020)), op('b', 'acquire', [500, 510], { is: 'refused' })],
    ],
  ])('by %s', (_what, history) => {
    expect(whysIn(...history)).toEqual([]);
  });

  test('by any sequence that a lease has answered', () => {
    fc.assert(
      fc.property(steps, (wishes) => {
        expect(violationsIn(answered(wishes, false), TERMS)).toEqual([]);
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});

test('a second holder that is planted among 1,000 operations is found, and told in ten lines at most', () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const [wishes = []] = fc.sample(fc.array(step, { minLength: 1000, maxLength: 1000 }), {
      seed,
      numRuns: 1,
    });
    const found = violationsIn(answered(wishes, true), TERMS);
    expect(found.length).toBeGreaterThan(0);
    for (const violation of found) expect(violationInWords(violation).length).toBeLessThanOrEqual(10);
    expect(found[0] && violationInWords(found[0])[0]).toMatch(/at the same time|told to be/);
  }
});

const step = fc.record({
  client: fc.constantFrom('a', 'b', 'c'),
  kind: fc.constantFrom('acquire' as const, 'release' as const, 'observe' as const),
  afterMs: fc.integer({ min: 1, max: 400 }),
});
const steps = fc.array(step, { maxLength: 60 });
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What a lease of 500 ms answers to requests one after the other; a broken one lets everybody have it once in a while. */
function answered(wishes: readonly Step[], isBroken: boolean): readonly Operation[] {
  let nowMs = 0;
  let held: { client: string; untilMs: number } | undefined;
  return wishes.map(({ client, kind, afterMs }, at) => {
    nowMs += afterMs;
    if (held && held.untilMs <= nowMs) held = undefined;
    const isFree = !held || held.client === client || (isBroken && at % 23 === 22);
    const outcome = (): Outcome => {
      if (kind === 'observe') return held ? { is: 'held', by: held.client } : { is: 'free' };
      if (kind === 'release' && held && held.client !== client) return { is: 'refused' };
      if (kind === 'release') held = undefined;
      if (kind === 'release') return { is: 'released' };
      if (!isFree) return { is: 'refused' };
      held = { client, untilMs: nowMs + 500 };
      return until(held.untilMs);
    };
    return op(client, kind, [nowMs, nowMs], outcome());
  });
}
