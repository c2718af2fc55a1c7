import { expect, test } from 'vitest';
import { type CaseRow, HEADINGS, type PageHeading } from './page.ts';
import { countsBy, selected } from './select.ts';

const row = (name: string, heading: PageHeading, over: Partial<CaseRow> = {}): CaseRow => ({
  ...{ id: `corpus/${name}`, suite: 'corpus', title: `Title of ${name}`, clause: 'A.4', heading },
  ...over,
});

const ROWS = [
  row('b', 'failed', { runtime: '0.2', ms: 5, why: 'Text LOST' }),
  row('a', 'passed', { runtime: '0.3', ms: 9 }),
  row('c', 'not-applicable', { clause: '' }),
];
const ids = (filter: Parameters<typeof selected>[1]) => selected(ROWS, filter).map(({ id }) => id);

test('without a filter every case is there, whatever its heading', () => {
  const all = HEADINGS.map((heading) => row(heading, heading));
  expect(selected(all, {})).toEqual(all);
});

test('every part of a filter has to be met, and every word of a search', () => {
  expect(ids({ verdict: 'failed' })).toEqual(['corpus/b']);
  expect(ids({ runtime: '0.3', verdict: 'failed' })).toEqual([]);
  expect(ids({ q: 'lost text' })).toEqual(['corpus/b']);
  expect(ids({ q: 'lost passed' })).toEqual([]);
});

test('the order is that of attention, of time or of ids', () => {
  expect(ids({})).toEqual(['corpus/b', 'corpus/a', 'corpus/c']);
  expect(ids({ sort: 'slowest' })).toEqual(['corpus/a', 'corpus/b', 'corpus/c']);
  expect(ids({ sort: 'id' })).toEqual(['corpus/a', 'corpus/b', 'corpus/c']);
});

test('a choice counts what it would lead to, so the filter of its own column does not count', () => {
  expect([...countsBy(ROWS, 'heading', { verdict: 'failed', runtime: '0.2' })]).toEqual([['failed', 1]]);
  expect([...countsBy(ROWS, 'runtime', { runtime: '0.2' })]).toEqual([
    ['0.2', 1],
    ['0.3', 1],
  ]);
});
