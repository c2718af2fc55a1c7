import { expect, test } from 'vitest';
import { openProgress, progressLine, SILENCE_MS } from './progress.ts';

const stream = (isTTY: boolean) => {
  const written: string[] = [];
  return { isTTY, columns: 60, written, write: (text: string) => written.push(text) };
};
const at = (done: number) => ({ done, total: 120, failed: 1, elapsedMs: 2000 });

/** A clock that stands still until it is told otherwise. */
function handClock() {
  let nowMs = 0;
  const ticking = new Map<() => void, number>();
  return {
    ticking,
    nowMs: () => nowMs,
    every: (ms: number, tick: () => void) => {
      ticking.set(tick, ms);
      return { [Symbol.dispose]: () => void ticking.delete(tick) };
    },
    pass: (ms: number) => {
      for (const until = nowMs + ms; nowMs < until; ) {
        nowMs += 100;
        for (const [tick, every] of ticking) if (nowMs % every === 0) tick();
      }
    },
  };
}

test('a line says how far, how bad and how fast', () => {
  expect(progressLine(at(50))).toBe('50/120 cases, 1 failed, 25.0/s');
  expect(progressLine({ done: 0, total: 0, failed: 0, elapsedMs: 0 })).toBe('0/0 cases, 0 failed, 0.0/s');
});

test('a terminal has one line rewritten, within its width, and removed at the end', () => {
  const terminal = { ...stream(true), columns: 30 };
  const progress = openProgress(terminal, handClock());
  progress.begin('running cases');
  progress.update(at(1));
  progress.note(['first failure']);
  progress.end();
  expect(terminal.written.join('')).not.toMatch(/cases[^\r]*\n/);
  expect(terminal.written[1]?.replace('\r\u001b[2K', '').length).toBeLessThan(30);
  expect(terminal.written.at(-1)).toBe('\r\u001b[2K');
});

test('a terminal shows at once what goes on, and goes on spinning while nothing is heard', () => {
  const [terminal, clock] = [stream(true), handClock()];
  const progress = openProgress(terminal, clock);
  progress.begin('booting the world');
  expect(terminal.written).toEqual(['\r\u001b[2K⠋ booting the world, 0 s']);
  clock.pass(1200);
  expect(terminal.written).toHaveLength(13);
  expect(terminal.written.at(-1)).toBe('\r\u001b[2K⠹ booting the world, 1 s');
  progress.step('platform is ready');
  expect(terminal.written.at(-1)).toContain('booting the world, 1 s: platform is ready');
});

test('a terminal says how long the cases will still take', () => {
  const terminal = { ...stream(true), columns: 200 };
  const progress = openProgress(terminal, handClock());
  progress.begin('running cases');
  progress.update(at(30));
  expect(terminal.written.at(-1)).toContain(
    'running cases, 0 s: 30/120 cases, 1 failed, 15.0/s, about 6 s left',
  );
});

test('off a terminal there is a line per 50 cases and one at the end, without control characters', () => {
  const pipe = stream(false);
  const progress = openProgress(pipe, handClock());
  for (let done = 1; done <= 120; done += 1) progress.update(at(done));
  progress.end();
  expect(pipe.written.map((line) => line.split(' ')[0])).toEqual(['50/120', '100/120', '120/120']);
  expect(pipe.written.join('')).not.toContain('\u001b');
});

test('off a terminal there is a line for each phase and each step, at once', () => {
  const pipe = stream(false);
  const progress = openProgress(pipe, handClock());
  progress.begin('booting the world');
  progress.step('platform is ready');
  expect(pipe.written).toEqual(['booting the world …\n', '  platform is ready\n']);
});

test('off a terminal every silence ends with a line that says what goes on, and for how long', () => {
  const [pipe, clock] = [stream(false), handClock()];
  const progress = openProgress(pipe, clock);
  progress.begin('running cases');
  clock.pass(SILENCE_MS - 1000);
  expect(pipe.written).toHaveLength(1);
  clock.pass(1000);
  expect(pipe.written.slice(1)).toEqual(['still running cases, 10 s\n']);
  progress.update(at(7));
  clock.pass(SILENCE_MS);
  expect(pipe.written.at(-1)).toBe(
    'still running cases, 20 s: 7/120 cases, 1 failed, 3.5/s, about 33 s left\n',
  );
});

test.each([true, false])('once it has ended nothing ticks any more (a terminal: %s)', (isTTY) => {
  const clock = handClock();
  const progress = openProgress(stream(isTTY), clock);
  progress.begin('running cases');
  progress.end();
  expect(clock.ticking.size).toBe(0);
});
