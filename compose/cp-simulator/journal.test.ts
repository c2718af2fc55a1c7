import { expect, it } from 'vitest';
import { Journal } from './journal.ts';

const CALL = { call: 'status', workspace: 'w', method: 'GET', path: '/', query: {}, headers: {}, body: null };

it('drops the oldest calls beyond its bound and says how many', () => {
  const journal = new Journal();
  for (let index = 0; index < 10_003; index += 1) journal.add(CALL, 0);
  const { entries, dropped } = journal.read(undefined, 0);
  expect(entries).toHaveLength(10_000);
  expect(dropped).toBe(3);
  expect(entries[0]?.seq).toBe(4);
});

it('is bound by bytes too, and keeps the newest call whatever its size', () => {
  const journal = new Journal();
  journal.add(CALL, 10 * 1024 * 1024);
  journal.add(CALL, 20 * 1024 * 1024);
  expect(journal.read(undefined, 0).entries.map(({ seq }) => seq)).toEqual([2]);
});

it('goes on counting after it was emptied', () => {
  const journal = new Journal();
  journal.add(CALL, 0);
  journal.clear();
  expect(journal.add(CALL, 0).seq).toBe(2);
  expect(journal.read('w', 0).entries).toHaveLength(1);
});
