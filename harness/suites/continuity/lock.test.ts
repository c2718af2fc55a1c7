import { expect, test } from 'vitest';
import { lockOf } from './lock.ts';

/** Work that is begun when its turn comes, and ends when it is told to. */
function work(log: string[], name: string) {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const run = async () => {
    log.push(`${name} begins`);
    await ended;
    log.push(`${name} ends`);
  };
  return { run, end: () => end() };
}

test('many share a runtime, and whoever needs it alone waits for them and is waited for', async () => {
  const { shared, alone } = lockOf('http://one');
  const log: string[] = [];
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => work(log, name)) as [Work, Work, Work, Work];
  const all = [shared(a.run), shared(b.run), alone(c.run), shared(d.run)];
  await Promise.resolve();
  b.end();
  await all[1];
  expect(log).toEqual(['a begins', 'b begins', 'b ends']);
  a.end();
  await all[0];
  c.end();
  await all[2];
  d.end();
  await Promise.all(all);
  expect(log.slice(3)).toEqual(['a ends', 'c begins', 'c ends', 'd begins', 'd ends']);
});

type Work = ReturnType<typeof work>;

test('who fails lets the next one in', async () => {
  const { shared, alone } = lockOf('http://two');
  const failing = alone(() => Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
  await expect(shared(async () => 'in')).resolves.toBe('in');
});

test('runtimes have locks of their own', () => {
  expect(lockOf('http://one')).toBe(lockOf('http://one'));
  expect(lockOf('http://one')).not.toBe(lockOf('http://two'));
});
