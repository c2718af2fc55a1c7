import { expect, test } from 'vitest';
import type { Platform } from '../platform.ts';
import { lanesOf, shareRestart } from './lanes.ts';

/** A cycle that ends when it is told to, and counts its runs. */
function heldCycle() {
  const ends: (() => void)[] = [];
  const cycle = () => new Promise<void>((resolve) => void ends.push(resolve));
  return { cycle, runs: () => ends.length, end: () => ends.at(-1)?.() };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));
const nobody = () => ({ background: {} }) as Platform;

test('what comes while a cycle runs shares one more after it', async () => {
  const platform = nobody();
  const { cycle, runs, end } = heldCycle();
  const first = shareRestart(platform, 'w', cycle);
  await settled();
  const others = [1, 2, 3, 4, 5].map(() => shareRestart(platform, 'w', cycle));
  await settled();
  expect(runs()).toBe(1);
  end();
  await first;
  await settled();
  expect(runs()).toBe(2);
  end();
  await Promise.all(others);
  expect(runs()).toBe(2);
});

test('requests one after the other have a cycle each', async () => {
  const platform = nobody();
  let runs = 0;
  for (let count = 0; count < 3; count++) await shareRestart(platform, 'w', async () => void runs++);
  expect(runs).toBe(3);
});

test('other workspaces do not wait', async () => {
  const platform = nobody();
  const { cycle, runs, end } = heldCycle();
  const held = shareRestart(platform, 'w', cycle);
  await shareRestart(platform, 'other', async () => undefined);
  expect(runs()).toBe(1);
  end();
  await held;
});

test('a cycle that throws is told to its callers, and what waits behind it runs', async () => {
  const platform = nobody();
  let runs = 0;
  const panic = lanesOf(platform).coalesced('w', async () => {
    runs++;
    await settled();
    throw new Error('panic');
  });
  await Promise.resolve();
  const trailing = lanesOf(platform).coalesced('w', async () => void runs++);
  await expect(panic).rejects.toThrow('panic');
  await trailing;
  await shareRestart(platform, 'w', async () => void runs++);
  expect(runs).toBe(3);
});
