import { expect, test } from 'vitest';
import type { Fault, Neutral } from '../../faults/fault.ts';
import type { ExpectedKill } from '../../faults/resolve.ts';
import { caseOf, testSuite } from '../../suites/testing.ts';
import type { Trial } from '../trial.ts';
import { narrowTo, THICKNESS } from './narrow.ts';
import type { Reach } from './reach.ts';

const PLANT = { kind: 'service', service: 'platform', seams: [] } as const;
const NAMES = Array.from({ length: 40 }, (_, index) => `case-${index}`);
const suite = testSuite('mail', NAMES);
const plan = { cases: NAMES.map((name) => caseOf('mail', name)), excluded: [] };

const many = faultOf('many', idsOf(0, 30), idsOf(30, 40));
const few = faultOf('few', idsOf(28, 30), idsOf(0, 10));

test('only what is touched is tried, or what must kill a touched case', () => {
  expect(triedBy(reach({ planted: ['few'] }))).toEqual(['few']);
  expect(triedBy(reach({ cases: ['mail/case-3'] }))).toEqual(['many']);
  expect(triedBy(reach({ cases: ['mail/case-29'] }))).toEqual(['many', 'few']);
  expect(triedBy(reach({}))).toEqual([]);
});

test('of many named cases some are looked at, the touched ones and one for each way to die among them', () => {
  const odd: ExpectedKill = { caseId: 'mail/case-29', clause: 'A.9', reason: /odd/ };
  const trial = { ...many, kills: [...many.kills.slice(0, -1), odd] };
  const touched = reach({ planted: ['many'], cases: ['mail/case-3'] });
  for (let seed = 0; seed < 10; seed += 1) {
    const { trials } = narrowTo({ since: 'main', reaches: [touched], seed }, [trial]);
    const ids = trials[0]?.kills.map(({ caseId }) => caseId) ?? [];
    expect(ids).toHaveLength(THICKNESS.named);
    expect(ids).toEqual(expect.arrayContaining(['mail/case-3', 'mail/case-29']));
    expect([...(trials[0]?.cases ?? [])]).toEqual(expect.arrayContaining(ids));
  }
});

test('what must stay green is never what the fault names, and first what runs anyway', () => {
  const both = reach({ planted: ['many', 'few'] });
  const { trials } = narrowTo({ since: 'main', reaches: [both], seed: 1 }, [many, few]);
  const [first, second] = trials.map(({ kills, cases }) => {
    const named = new Set(kills.map(({ caseId }) => caseId));
    return { named, unrelated: [...cases].filter((id) => !named.has(id)) };
  });
  expect(first?.unrelated).toHaveLength(THICKNESS.unrelated);
  expect(first?.unrelated.some((id) => many.kills.some(({ caseId }) => caseId === id))).toBe(false);
  expect(second?.unrelated).toHaveLength(THICKNESS.unrelated);
  expect(second?.unrelated.every((id) => first?.named.has(id))).toBe(true);
});

test('a variant that only cases touch looks at these alone', () => {
  const planted: Neutral = { id: 'slow', title: 'slow', plant: PLANT };
  const variant: Trial = { suite, plan, planted, kills: [], cases: new Set(idsOf(0, 40)) };
  const casesUnder = (touched: Reach) =>
    narrowTo({ since: 'main', reaches: [touched], seed: 1 }, [variant]).trials.map(({ cases }) => [...cases]);
  expect(casesUnder(reach({ cases: ['mail/case-7'] }))).toEqual([['mail/case-7']]);
  expect(casesUnder(reach({ planted: ['slow'] }))).toEqual([idsOf(0, 40)]);
});

test('it says how much of how much is tried, since when and why', () => {
  const reaches = [reach({ planted: ['few'] }), { ...reach({}), file: 'README.md', isBeside: true }];
  const { narrowing } = narrowTo({ since: 'v1', reaches, seed: 1 }, [many, few]);
  expect(narrowing).toEqual({
    ...{ since: 'v1', chosen: 1, of: 2, cases: [], isBeside: false, touched: ['few'] },
    files: [
      { file: 'a.ts', touches: ['because'] },
      { file: 'README.md', touches: ['because'] },
    ],
  });
});

test.each([
  [[], false],
  [[true], true],
  [[true, false], false],
])('only where all files are beside is the change so: %j', (beside, isBeside) => {
  const reaches = beside.map((each) => ({ ...reach({}), isBeside: each }));
  expect(narrowTo({ since: 'main', reaches, seed: 1 }, [many]).narrowing.isBeside).toBe(isBeside);
});

function triedBy(touched: Reach): readonly string[] {
  const { trials } = narrowTo({ since: 'main', reaches: [touched], seed: 1 }, [many, few]);
  return trials.map(({ planted }) => planted.id);
}

interface Touched {
  readonly planted?: readonly string[];
  readonly cases?: readonly string[];
}

function reach({ planted = [], cases = [] }: Touched): Reach {
  return {
    ...{ file: 'a.ts', isBeside: false, words: ['because'] },
    ...{ planted: new Set(planted), cases: new Set(cases) },
  };
}

function faultOf(id: string, named: readonly string[], unrelated: readonly string[]): Trial {
  const kills = named.map((caseId): ExpectedKill => ({ caseId, clause: 'A.1', reason: /lost/ }));
  const planted: Fault = { id, title: id, plant: PLANT, kills: [] };
  return { suite, plan, planted, kills, cases: new Set([...named, ...unrelated]) };
}

function idsOf(from: number, to: number): readonly string[] {
  return NAMES.slice(from, to).map((name) => `mail/${name}`);
}
