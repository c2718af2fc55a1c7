import { expect, test } from 'vitest';
import { handleSignals } from './signals.ts';

test('the first interrupt disposes once and leaves with 130, the second leaves at once', async () => {
  const left: number[] = [];
  let disposals = 0;
  let finish: () => void = () => undefined;
  const dispose = () => {
    disposals += 1;
    return new Promise<void>((resolve) => {
      finish = resolve;
    });
  };
  using _handling = handleSignals(dispose, (code) => void left.push(code));
  process.emit('SIGINT');
  expect({ disposals, left }).toEqual({ disposals: 1, left: [] });
  process.emit('SIGINT');
  expect({ disposals, left }).toEqual({ disposals: 1, left: [130] });
  finish();
  await new Promise(setImmediate);
  expect(left).toEqual([130, 130]);
});

test('a teardown that fails still leaves with 130', async () => {
  const left: number[] = [];
  using _handling = handleSignals(
    () => Promise.reject(new Error('stuck')),
    (code) => void left.push(code),
  );
  process.emit('SIGTERM');
  await new Promise(setImmediate);
  expect(left).toEqual([130]);
});

test('signals are given back', () => {
  const before = process.listenerCount('SIGINT');
  handleSignals(() => Promise.resolve())[Symbol.dispose]();
  expect(process.listenerCount('SIGINT')).toBe(before);
});
