import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inLanes } from './lanes.ts';

const never = new AbortController().signal;

test('results keep the order of the items, whichever is done first', async () => {
  const work = async (turns: number) => {
    for (let left = turns; left > 0; left--) await turn();
    return turns;
  };
  expect(await inLanes([5, 1, 3], 2, never, work)).toEqual([5, 1, 3]);
});

test('no more items are worked on at a time than there are lanes', async () => {
  let busy = 0;
  let most = 0;
  await inLanes([1, 2, 3, 4, 5], 2, never, async () => {
    most = Math.max(most, ++busy);
    await turn();
    busy--;
  });
  expect(most).toBe(2);
});

test('work that only waits frees its lane, and its result is waited for all the same', async () => {
  const begun: number[] = [];
  let go = () => {};
  const waiting = new Promise<void>((resolve) => {
    go = resolve;
  });
  const all = inLanes([1, 2, 3], 1, never, async (item, free) => {
    begun.push(item);
    if (item === 1) {
      free();
      await waiting;
    }
    if (item === 3) go();
    return item;
  });
  expect(await all).toEqual([1, 2, 3]);
  expect(begun).toEqual([1, 2, 3]);
});

test('work that fails after it freed its lane fails the whole', async () => {
  const all = inLanes([1, 2], 1, never, async (item, free) => {
    free();
    await turn();
    if (item === 1) throw new Error('no');
  });
  await expect(all).rejects.toThrow('no');
});

test('what was begun is over when the whole fails, and nothing is begun any more', async () => {
  const over: number[] = [];
  const all = inLanes([1, 2, 3, 4], 2, never, async (item) => {
    if (item === 1) throw new Error('no');
    for (let left = 5; left > 0; left--) await turn();
    over.push(item);
  });
  await expect(all).rejects.toThrow('no');
  expect(over).toEqual([2]);
});

test('after an abort no new item is begun', async () => {
  const abort = new AbortController();
  const begun: number[] = [];
  await inLanes([1, 2, 3], 1, abort.signal, async (item) => {
    begun.push(item);
    abort.abort();
  });
  expect(begun).toEqual([1]);
});
