import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { fixture } from '../testing.ts';
import { identify, isAlive, isStopped } from './identity.ts';
import { type Terminable, terminate } from './terminate.ts';

test('a process that does not go when asked to is killed after its grace', async () => {
  const { child, target } = await start('ignores-sigterm.mjs');
  const ended = once(child, 'exit');
  await terminate(target, 200);
  expect(await ended).toEqual([null, 'SIGKILL']);
});

test('a process that is stopped is woken to be ended, and needs not be killed', async () => {
  const { child, target } = await start('says-goodbye.mjs');
  process.kill(target.pid, 'SIGSTOP');
  await expect.poll(() => isStopped(target)).toBe(true);
  const ended = once(child, 'exit');
  await terminate(target, 10_000);
  expect(await ended).toEqual([3, null]);
});

test('ending a process that is gone does nothing', async () => {
  const { target } = await start('ignores-sigterm.mjs');
  await terminate({ ...target, stopSignal: 'SIGKILL' }, 2000);
  await terminate(target, 2000);
  expect(isAlive(target)).toBe(false);
});

test('another process of the same number is another identity', async () => {
  const { target } = await start('ignores-sigterm.mjs');
  const earlier = { ...target, startTicks: target.startTicks - 1 };
  await terminate({ ...earlier, stopSignal: 'SIGKILL' }, 2000);
  expect(isAlive(earlier)).toBe(false);
  expect(isAlive(target)).toBe(true);
  await terminate({ ...target, stopSignal: 'SIGKILL' }, 2000);
});

test('a number that no process has is no identity', () => {
  expect(identify(2 ** 30)).toBeUndefined();
});

async function start(name: string): Promise<{ readonly child: ChildProcess; readonly target: Terminable }> {
  const child = spawn(process.execPath, [fixture(name)], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(child.stdout, 'data');
  const identity = identify(child.pid ?? 0);
  if (!identity) throw new Error(`${name} did not start.`);
  return { child, target: { ...identity, stopSignal: 'SIGTERM' } };
}
