import { beforeEach, expect, test } from 'vitest';
import { noteMoment, timed, timeline } from './timeline.ts';

beforeEach(() => {
  performance.clearMarks();
  performance.clearMeasures();
});

test('what took time stands in the order in which it began, with what happened meanwhile', async () => {
  await timed('boot', () => timed('database', () => noteMoment('database ready')));
  await timed('cases', () => undefined);
  expect(timeline().map(({ what }) => what)).toEqual(['boot', 'database', 'database ready', 'cases']);
});

test('work that fails is timed, and its error is thrown on', async () => {
  const failing = timed('boot', () => Promise.reject(new Error('no port')));
  await expect(failing).rejects.toThrow('no port');
  expect(timeline()).toMatchObject([{ what: 'boot' }]);
});

test('the processor time of work is its own', async () => {
  await timed('spin', () => {
    const until = process.cpuUsage().user + 20_000;
    while (process.cpuUsage().user < until);
  });
  const [spin] = timeline();
  expect(spin?.cpuMs).toBeGreaterThan(15);
  expect(spin?.tookMs).toBeGreaterThan(15);
});

test('what others note on the same timeline is left out', () => {
  performance.mark('somebody else');
  expect(timeline()).toEqual([]);
});
